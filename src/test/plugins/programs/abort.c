#include "program.h"

int main(void) {
    say("before");
    __builtin_trap();
}
