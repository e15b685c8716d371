#include "program.h"

int main(void) {
    say_number(write(2, "error", 5));
    return 0;
}
