#include "program.h"

int main(void) {
    put("/box/new", "content");
    int f = open("/box/new", O_RDWR);
    say_result(ftruncate(f, 3));
    struct stat s;
    fstat(f, &s);
    say_number(s.st_size);
    say_result(ftruncate(f, 9));
    fstat(f, &s);
    say_number(s.st_size);
    close(f);
    return 0;
}
