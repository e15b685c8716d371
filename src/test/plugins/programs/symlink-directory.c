#include "program.h"

int main(void) {
    symlink("dir", "/box/new");
    say_file("/box/new/deep");
    say_file("/box/new/../file");
    say_result(rmdir("/box/new"));
    say_result(unlink("/box/new"));
    return 0;
}
