#include "program.h"

// To the nanosecond, and the one that stays is not changed either.
static void say_times(const char *path) {
    struct stat found;
    fstatat(AT_FDCWD, path, &found, AT_SYMLINK_NOFOLLOW);
    say_number(found.st_atim.tv_nsec);
    say_number(found.st_mtim.tv_nsec);
}

int main(void) {
    struct timespec both[2] = {{1000000000, 123456789}, {1000000001, 987654321}};
    struct timespec second[2] = {{0, UTIME_OMIT}, {1000000002, 111222333}};
    symlink("file", "/box/link");
    for (const char **path = (const char *[]){"/box/file", "/box/dir", "/box/link", 0}; *path; path++) {
        say_result(utimensat(AT_FDCWD, *path, both, AT_SYMLINK_NOFOLLOW));
        say_times(*path);
        say_result(utimensat(AT_FDCWD, *path, second, AT_SYMLINK_NOFOLLOW));
        say_times(*path);
    }
    int file = open("/box/file", O_RDWR);
    say_result(futimens(file, both));
    say_times("/box/file");
    write(file, "x", 1);
    struct stat found;
    fstat(file, &found);
    say_number(found.st_mtim.tv_sec > 1000000001);
    return 0;
}
