// A program that waits until it is stopped, or says what it was given, as its last argument
// has it: sleep, read, poll, timeout, lines.
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments) {
    char text[64];
    const char *how = arguments[count - 1];
    if (!strcmp(how, "sleep")) {
        sleep(100000);
    } else if (!strcmp(how, "poll")) {
        struct pollfd input = {.fd = 0, .events = POLLIN};
        poll(&input, 1, 100000000);
    } else if (!strcmp(how, "timeout")) {
        struct pollfd input = {.fd = 0, .events = POLLIN};
        printf("%d\n", poll(&input, 1, 20));
    } else if (!strcmp(how, "read")) {
        read(0, text, sizeof text);
    } else if (!strcmp(how, "lines")) {
        while (fgets(text, sizeof text, stdin)) {
            printf("got %s", text);
            fflush(stdout);
        }
    }
    return 0;
}
