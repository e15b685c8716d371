#include "program.h"

int main(void) {
    say_result(unlink("/box/file"));
    say_result(unlink("/box/file"));
    say_result(unlink("/box/dir"));
    say_result(unlink("/box/dir/"));
    return 0;
}
