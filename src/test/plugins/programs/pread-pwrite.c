#include "program.h"

int main(void) {
    put("/box/new", "abcdef");
    int f = open("/box/new", O_RDWR);
    char b[9] = {0};
    say_result(pread(f, b, 2, 3));
    say(b);
    say_result(pwrite(f, "XY", 2, 1));
    say_result(lseek(f, 0, SEEK_CUR));
    say_file("/box/new");
    close(f);
    return 0;
}
