#include "program.h"

int main(void) {
    mkdir("/box/new", 0777);
    say_result(rename("/box/dir", "/box/new"));
    say_file("/box/new/deep");
    say_result(rename("/box/file", "/box/new"));
    say_result(rename("/box/new", "/box/file"));
    say_result(rename("/box/new", "/box/new/in"));
    return 0;
}
