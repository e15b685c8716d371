#include "program.h"

int main(void) {
    int f = open("/box/file", O_RDONLY);
    say_result(ftruncate(f, 3));
    close(f);
    return 0;
}
