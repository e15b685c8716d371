#include "program.h"

int main(void) {
    say("returning");
    return 1;
}
