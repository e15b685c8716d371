#include "program.h"

// More that a grant to read refuses, and what a file that is open to be read does.
int main(void) {
    struct timespec t[2] = {{1, 0}, {1, 0}};
    say_result(rmdir("/ro/dir"));
    say_result(rename("/box/file", "/ro/x"));
    say_result(rename("/ro/file", "/box/x"));
    say_result(link("/box/file", "/ro/x"));
    say_result(open("/ro/new", O_CREAT | O_RDONLY, 0666));
    say_result(open("/ro/file", O_CREAT | O_EXCL | O_WRONLY, 0666));
    say_result(open("/ro/missing", O_WRONLY));
    say_result(open("/ro/dir/deep", O_RDWR));
    int file = open("/ro/file", O_RDONLY);
    say_result(write(file, "x", 1));
    say_result(ftruncate(file, 1));
    say_result(futimens(file, t));
    file = open("/ro/dir", O_RDONLY | O_DIRECTORY);
    say_result(openat(file, "new", O_CREAT | O_WRONLY, 0666));
    say_result(unlinkat(file, "deep", 0));
    say_result(futimens(file, t));
    file = open("/box/file", O_RDONLY);
    say_result(futimens(file, t));
    say_file("/ro/file");
    return 0;
}
