#include "program.h"

int main(void) {
    symlink("none", "/box/new");
    struct timespec t[2] = {{1000, 0}, {2000, 0}};
    say_result(utimensat(AT_FDCWD, "/box/new", t, AT_SYMLINK_NOFOLLOW));
    struct stat s;
    lstat("/box/new", &s);
    say_number(s.st_mtim.tv_sec);
    return 0;
}
