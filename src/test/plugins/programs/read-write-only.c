#include "program.h"

int main(void) {
    int f = open("/box/file", O_RDONLY);
    say_result(write(f, "x", 1));
    close(f);
    f = open("/box/file", O_WRONLY);
    char b;
    say_result(read(f, &b, 1));
    close(f);
    return 0;
}
