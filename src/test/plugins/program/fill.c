// A program that adds so many entries or bytes to /box, and says how far it came:
// `fill entries|bytes COUNT [GO-ON]`.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int make(long number) {
    char path[64];
    snprintf(path, sizeof path, "/box/%ld", number);
    int file = open(path, O_CREAT | O_WRONLY, 0666);
    return file < 0 ? file : close(file);
}

int main(int count, char **arguments) {
    if (count < 3) {
        return 2;
    }
    long long most = atoll(arguments[2]);
    long done = 0;
    int failure = 0;
    if (!strcmp(arguments[1], "bytes")) {
        int file = open("/box/file", O_CREAT | O_WRONLY, 0666);
        failure = ftruncate(file, most) < 0 ? errno : 0;
    } else {
        for (long at = 0; at < most && (!failure || count > 3); at++) {
            if (make(at) < 0) {
                failure = errno;
            } else {
                done++;
            }
        }
    }
    printf("%ld %s\n", done, failure ? strerror(failure) : "all");
    return failure != 0;
}
