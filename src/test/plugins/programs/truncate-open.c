#include "program.h"

int main(void) {
    put("/box/new", "content");
    put("/box/new", "x");
    say_file("/box/new");
    return 0;
}
