#include "program.h"

int main(void) {
    say_result(mkdir("/box/new", 0777));
    say_result(mkdir("/box/new", 0777));
    say_result(mkdir("/box/none/x", 0777));
    say_result(mkdir("/box/file", 0777));
    say_result(rmdir("/box/new"));
    say_result(rmdir("/box/new"));
    say_result(rmdir("/box/dir"));
    say_result(rmdir("/box/file"));
    return 0;
}
