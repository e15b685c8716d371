#include "program.h"

int main(void) {
    struct timespec n;
    clock_gettime(CLOCK_REALTIME, &n);
    say_result(utimensat(AT_FDCWD, "/box/file", NULL, 0));
    struct stat s;
    stat("/box/file", &s);
    say_number(s.st_mtim.tv_sec >= n.tv_sec - 2);
    return 0;
}
