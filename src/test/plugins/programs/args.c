#include "program.h"

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        say(argv[i]);
    }
    say_number(argc);
    return 0;
}
