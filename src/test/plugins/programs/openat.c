#include "program.h"

int main(void) {
    int d = open("/box/dir", O_RDONLY | O_DIRECTORY);
    int f = openat(d, "deep", O_RDONLY);
    char b[20] = {0};
    say_result(read(f, b, 19));
    say(b);
    say_result(openat(d, "../file", O_RDONLY));
    say_result(openat(f, "x", O_RDONLY));
    say_result(unlinkat(d, "deep", 0));
    close(f);
    close(d);
    return 0;
}
