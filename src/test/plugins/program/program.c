// A program for the verb "run": its first argument says what it does.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int echo(int argc, char **argv) {
    for (int i = 0; i < argc; i++) {
        printf("argument %s\n", argv[i]);
    }
    const char *value = getenv("GREETING");
    printf("GREETING %s\n", value ? value : "unset");
    int c;
    while ((c = getchar()) != EOF) {
        putchar(c);
    }
    fprintf(stderr, "echoed\n");
    return 0;
}

static int write_file(const char *path) {
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        return 1;
    }
    fputs("written\n", file);
    return fclose(file) == 0 ? 0 : 1;
}

int main(int argc, char **argv) {
    const char *verb = argc > 1 ? argv[1] : "echo";
    if (strcmp(verb, "fail") == 0) {
        return 1;
    }
    if (strcmp(verb, "exit") == 0) {
        exit(atoi(argv[2]));
    }
    if (strcmp(verb, "trap") == 0) {
        printf("before the trap\n");
        fflush(stdout);
        __builtin_trap();
    }
    if (strcmp(verb, "write") == 0) {
        return write_file(argv[2]);
    }
    return echo(argc, argv);
}
