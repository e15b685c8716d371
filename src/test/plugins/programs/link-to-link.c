#include "program.h"

int main(void) {
    symlink("none", "/box/s");
    say_result(link("/box/s", "/box/t"));
    struct stat s;
    say_result(lstat("/box/t", &s));
    say_number(S_ISLNK(s.st_mode));
    say_result(linkat(AT_FDCWD, "/box/file", AT_FDCWD, "/box/u", AT_SYMLINK_FOLLOW));
    return 0;
}
