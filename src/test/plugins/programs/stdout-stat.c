#include "program.h"

int main(void) {
    struct stat s;
    say_result(fstat(1, &s));
    say_number(isatty(1));
    say_number(isatty(0));
    return 0;
}
