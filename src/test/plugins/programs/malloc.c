#include "program.h"

int main(void) {
    char *p = malloc(20 << 20);
    say_number(p != NULL);
    memset(p, 1, 20 << 20);
    say_number(p[(20 << 20) - 1]);
    free(p);
    say_number(malloc(0x7fffffff) != NULL);
    return 0;
}
