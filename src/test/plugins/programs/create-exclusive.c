#include "program.h"

int main(void) {
    say_result(open("/box/file", O_CREAT | O_EXCL | O_WRONLY, 0666));
    int f = open("/box/new", O_CREAT | O_EXCL | O_WRONLY, 0666);
    say(f >= 0 ? "made" : "not");
    close(f);
    return 0;
}
