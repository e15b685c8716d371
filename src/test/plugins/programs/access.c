#include "program.h"

int main(void) {
    say_result(access("/box/file", R_OK));
    say_result(access("/box/none", R_OK));
    say_result(access("/box/file", W_OK));
    say_result(access("/box/dir", F_OK));
    return 0;
}
