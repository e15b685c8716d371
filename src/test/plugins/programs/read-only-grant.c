#include "program.h"

int main(void) {
    say_file("/ro/file");
    say_result(open("/ro/file", O_WRONLY));
    say_result(open("/ro/new", O_CREAT | O_WRONLY, 0666));
    say_result(open("/ro/file", O_RDONLY | O_TRUNC));
    say_result(unlink("/ro/file"));
    say_result(mkdir("/ro/new", 0777));
    say_result(rename("/ro/file", "/ro/x"));
    say_result(symlink("x", "/ro/new"));
    say_result(link("/ro/file", "/box/new"));
    struct timespec t[2] = {{1, 0}, {1, 0}};
    say_result(utimensat(AT_FDCWD, "/ro/file", t, 0));
    say_file("/ro/file");
    return 0;
}
