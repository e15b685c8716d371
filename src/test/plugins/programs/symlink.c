#include "program.h"

int main(void) {
    say_result(symlink("file", "/box/new"));
    char b[20] = {0};
    say_result(readlink("/box/new", b, 19));
    say(b);
    say_file("/box/new");
    say_result(symlink("x", "/box/new"));
    say_result(symlink("x", "/box/slash/"));
    say_result(readlink("/box/file", b, 19));
    return 0;
}
