// A component that is no plugin: it greets.

#include <string.h>

#include "greeter.h"

void exports_example_greet_hello_greet(greeter_string_t *name, greeter_string_t *ret) {
    char text[64] = "Hello, ";
    size_t room = sizeof text - strlen(text);
    size_t length = name->len < room ? name->len : room;
    memcpy(text + strlen("Hello, "), name->ptr, length);
    greeter_string_dup_n(ret, text, strlen("Hello, ") + length);
    greeter_string_free(name);
}
