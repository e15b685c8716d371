#include "program.h"

int main(void) {
    say("failing");
    exit(1);
}
