#include "program.h"

int main(void) {
    struct timespec a, b, t = {0, 20000000};
    clock_gettime(CLOCK_MONOTONIC, &a);
    say_result(nanosleep(&t, NULL));
    clock_gettime(CLOCK_MONOTONIC, &b);
    say_number((b.tv_sec - a.tv_sec) * 1000000000LL + b.tv_nsec - a.tv_nsec >= 20000000);
    return 0;
}
