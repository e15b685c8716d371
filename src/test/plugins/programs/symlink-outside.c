#include "program.h"

int main(void) {
    say_result(symlink("../outside", "/box/new"));
    say_result(open("/box/new", O_RDONLY));
    say_result(symlink("/etc", "/box/abs"));
    say_result(open("/box/new/x", O_CREAT | O_WRONLY, 0666));
    return 0;
}
