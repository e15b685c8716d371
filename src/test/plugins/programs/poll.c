#include "program.h"

int main(void) {
    struct pollfd p[2] = {{0, POLLIN, 0}, {1, POLLOUT, 0}};
    say_number(poll(p, 2, 1000) > 0);
    say_number(p[1].revents == POLLOUT);
    say_number(poll(NULL, 0, 10));
    return 0;
}
