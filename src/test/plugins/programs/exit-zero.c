#include "program.h"

int main(void) {
    say("leaving");
    exit(0);
}
