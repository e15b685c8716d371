#include "program.h"

int main(void) {
    int f = open("/box/file", O_RDONLY);
    say_result(lseek(f, -3, SEEK_END));
    char b[9] = {0};
    say_result(read(f, b, 8));
    say(b);
    say_result(lseek(f, -1, SEEK_SET));
    say_result(lseek(f, 100, SEEK_SET));
    say_result(read(f, b, 8));
    close(f);
    return 0;
}
