#include "program.h"

int main(void) {
    struct stat s, t;
    stat("/box/file", &s);
    put("/box/file", "another text");
    stat("/box/file", &t);
    say_number(s.st_ino == t.st_ino);
    rename("/box/file", "/box/new");
    stat("/box/new", &t);
    say_number(s.st_ino == t.st_ino);
    stat("/box/dir", &t);
    say_number(s.st_ino == t.st_ino);
    return 0;
}
