#include "program.h"

int main(void) {
    say_result(put("/box/new", "content"));
    say_file("/box/new");
    return 0;
}
