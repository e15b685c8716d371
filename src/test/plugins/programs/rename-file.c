#include "program.h"

int main(void) {
    say_result(rename("/box/file", "/box/dir/moved"));
    say_file("/box/dir/moved");
    say_result(rename("/box/file", "/box/x"));
    put("/box/other", "o");
    say_result(rename("/box/other", "/box/dir/moved"));
    say_file("/box/dir/moved");
    return 0;
}
