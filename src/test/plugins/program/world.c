// A program that says what it has of the world; each argument is a path that it tries to read, and one that
// ends with "+" it tries to append to.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static void try(char *path) {
    char text[100];
    size_t length = strlen(path);
    int appends = path[length - 1] == '+';
    path[length - appends] = 0;
    int file = open(path, appends ? O_WRONLY | O_APPEND : O_RDONLY);
    long count = file < 0 ? -1 : appends ? write(file, "more", 4) : read(file, text, sizeof text);
    if (count < 0) {
        printf("%s: %s\n", path, strerror(errno));
    } else {
        printf("%s: %.*s\n", path, (int)count, appends ? "more" : text);
    }
}

int main(int count, char **arguments) {
    unsigned char random[8];
    for (char **each = environ; *each; each++) {
        printf("env %s\n", *each);
    }
    printf("arguments %d\n", count);
    struct timespec wall, before, after;
    clock_gettime(CLOCK_REALTIME, &wall);
    clock_gettime(CLOCK_MONOTONIC, &before);
    nanosleep(&(struct timespec){0, 1000000}, 0);
    clock_gettime(CLOCK_MONOTONIC, &after);
    printf("clock %lld.%09ld, slept %d\n", (long long)wall.tv_sec, wall.tv_nsec,
           (int)((after.tv_sec - before.tv_sec) * 1000000000 + after.tv_nsec - before.tv_nsec >= 1000000));
    getentropy(random, sizeof random);
    printf("random ");
    for (size_t i = 0; i < sizeof random; i++) {
        printf("%02x", random[i]);
    }
    printf("\nstdin %d\n", getchar());
    for (int i = 1; i < count; i++) {
        try(arguments[i]);
    }
    return 0;
}
