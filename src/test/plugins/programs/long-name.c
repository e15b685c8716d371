#include "program.h"

int main(void) {
    char p[300] = "/box/";
    memset(p + 5, 97, 255);
    say_result(put(p, "x"));
    p[260] = 97;
    say_result(put(p, "x"));
    struct stat s;
    say_result(stat(p, &s));
    return 0;
}
