#include "program.h"

int main(void) {
    int f = open("/box/file", O_RDWR);
    say_result(unlink("/box/file"));
    say_result(write(f, "still", 5));
    char b[9] = {0};
    say_result(pread(f, b, 5, 0));
    say(b);
    close(f);
    return 0;
}
