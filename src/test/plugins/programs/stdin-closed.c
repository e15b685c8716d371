#include "program.h"

int main(void) {
    close(0);
    char b[4];
    say_result(read(0, b, 4));
    return 0;
}
