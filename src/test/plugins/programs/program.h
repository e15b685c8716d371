// What the small programs share: words and numbers to standard output, a file written and read.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static inline void say(const char *text) {
    write(1, text, strlen(text));
    write(1, " ", 1);
}

static inline void say_number(long long number) {
    char text[24], *at = text + sizeof text - 1;
    unsigned long long rest = number < 0 ? -(unsigned long long)number : (unsigned long long)number;
    *at = 0;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0) {
        *--at = '-';
    }
    say(at);
}

// The result of a call, or the number of its error with a minus.
static inline void say_result(long long result) { say_number(result < 0 ? -errno : result); }

static inline int put(const char *path, const char *text) {
    int file = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0666);
    if (file < 0) {
        return -1;
    }
    write(file, text, strlen(text));
    return close(file);
}

static inline void say_file(const char *path) {
    char text[256];
    int file = open(path, O_RDONLY);
    if (file < 0) {
        say_result(-1);
        return;
    }
    long count = read(file, text, sizeof text - 1);
    text[count < 0 ? 0 : count] = 0;
    say(text);
    close(file);
}
