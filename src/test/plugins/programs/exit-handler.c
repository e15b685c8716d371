#include "program.h"

static void bye(void) { say("bye"); }

int main(void) {
    atexit(bye);
    say("main");
    return 0;
}
