#include "program.h"

int main(void) {
    unsigned char b[256], c[256];
    say_result(getentropy(b, 256));
    getentropy(c, 256);
    say_number(memcmp(b, c, 256) != 0);
    say_result(getentropy(b, 257));
    return 0;
}
