#include "program.h"

int main(void) {
    int f = open("/box/file", O_RDWR | O_APPEND);
    int g = fcntl(f, F_GETFL);
    say_number((g & O_APPEND) != 0);
    say_number((g & O_ACCMODE) == O_RDWR);
    say_result(fcntl(f, F_SETFL, 0));
    g = fcntl(f, F_GETFL);
    say_number((g & O_APPEND) != 0);
    close(f);
    return 0;
}
