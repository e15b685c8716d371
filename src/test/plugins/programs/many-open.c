#include "program.h"

int main(void) {
    int f[50];
    int n = 0;
    for (int i = 0; i < 50; i++) {
        f[i] = open("/box/file", O_RDONLY);
        n += f[i] >= 0;
    }
    for (int i = 0; i < 50; i++) n += close(f[i]) == 0;
    say_number(n);
    return 0;
}
