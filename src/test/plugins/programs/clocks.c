#include "program.h"

int main(void) {
    struct timespec a, b;
    say_result(clock_gettime(CLOCK_MONOTONIC, &a));
    clock_gettime(CLOCK_MONOTONIC, &b);
    say_number(b.tv_sec > a.tv_sec || (b.tv_sec == a.tv_sec && b.tv_nsec >= a.tv_nsec));
    say_result(clock_getres(CLOCK_REALTIME, &a));
    say_number(time(NULL) > 1600000000);
    return 0;
}
