#include "program.h"

int main(void) {
    put("/box/new", "one");
    int f = open("/box/new", O_WRONLY | O_APPEND);
    write(f, "two", 3);
    lseek(f, 0, SEEK_SET);
    write(f, "three", 5);
    close(f);
    say_file("/box/new");
    return 0;
}
