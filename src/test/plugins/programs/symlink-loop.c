#include "program.h"

int main(void) {
    symlink("b", "/box/a");
    symlink("a", "/box/b");
    say_result(open("/box/a", O_RDONLY));
    struct stat s;
    say_result(stat("/box/a", &s));
    say_result(open("/box/a/x", O_RDONLY));
    return 0;
}
