#include "program.h"

int main(void) {
    say_result(open("/box/none", O_RDONLY));
    say_result(open("/box/none/x", O_RDONLY));
    say_result(open("/box/file/x", O_RDONLY));
    say_result(open("/box/file/", O_RDONLY));
    say_result(open("", O_RDONLY));
    return 0;
}
