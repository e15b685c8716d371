#include "program.h"

int main(void) {
    int f = open("/box/file", O_RDWR);
    say_result(fsync(f));
    say_result(fdatasync(f));
    say_result(posix_fadvise(f, 0, 0, POSIX_FADV_SEQUENTIAL));
    close(f);
    int d = open("/box/dir", O_RDONLY);
    say_result(fsync(d));
    close(d);
    f = open("/box/file", O_RDONLY);
    say_result(fsync(f));
    close(f);
    return 0;
}
