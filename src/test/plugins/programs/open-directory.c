#include "program.h"

int main(void) {
    int f = open("/box/dir", O_RDONLY);
    char b;
    say_result(read(f, &b, 1));
    close(f);
    say_result(open("/box/dir", O_WRONLY));
    say_result(open("/box/file", O_RDONLY | O_DIRECTORY));
    return 0;
}
