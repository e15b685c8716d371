#include "program.h"

int main(void) {
    mkdir("/box/m", 0777);
    char p[] = "/box/m/000";
    for (int i = 0; i < 200; i++) {
        p[7] = (char)(48 + i / 100);
        p[8] = (char)(48 + i / 10 % 10);
        p[9] = (char)(48 + i % 10);
        put(p, "");
    }
    DIR *d = opendir("/box/m");
    int n = 0;
    while (readdir(d)) n++;
    say_number(n);
    closedir(d);
    return 0;
}
