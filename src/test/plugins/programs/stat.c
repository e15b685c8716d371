#include "program.h"

int main(void) {
    struct stat s;
    say_result(stat("/box/file", &s));
    say_number(s.st_size);
    say_number(S_ISREG(s.st_mode));
    say_number(s.st_nlink);
    say_result(stat("/box/dir", &s));
    say_number(S_ISDIR(s.st_mode));
    say_result(stat("/box/none", &s));
    say_result(stat("/box/file/", &s));
    return 0;
}
