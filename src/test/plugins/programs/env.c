#include "program.h"

int main(void) {
    const char *g = getenv("GREETING");
    say(g ? g : "unset");
    say(getenv("HOME") ? "home" : "none");
    return 0;
}
