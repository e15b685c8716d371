#include "program.h"

int main(void) {
    int f = open("/box/new", O_CREAT | O_RDWR, 0666);
    lseek(f, 1000, SEEK_SET);
    write(f, "x", 1);
    struct stat s;
    fstat(f, &s);
    say_number(s.st_size);
    char b = 7;
    pread(f, &b, 1, 10);
    say_number(b);
    close(f);
    return 0;
}
