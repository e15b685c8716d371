#include "program.h"

int main(void) {
    struct timespec t[2] = {{1000, 5}, {2000, 7000}};
    say_result(utimensat(AT_FDCWD, "/box/file", t, 0));
    struct stat s;
    stat("/box/file", &s);
    say_number(s.st_atim.tv_sec);
    say_number(s.st_mtim.tv_sec);
    say_number(s.st_mtim.tv_nsec);
    t[0].tv_nsec = UTIME_OMIT;
    t[1].tv_sec = 3000;
    int f = open("/box/file", O_RDWR);
    say_result(futimens(f, t));
    fstat(f, &s);
    say_number(s.st_atim.tv_sec);
    say_number(s.st_mtim.tv_sec);
    close(f);
    return 0;
}
