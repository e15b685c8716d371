#include "program.h"

int main(void) {
    say_result(link("/box/file", "/box/new"));
    struct stat s;
    stat("/box/new", &s);
    say_number(s.st_nlink);
    struct stat t;
    stat("/box/file", &t);
    say_number(s.st_ino == t.st_ino);
    say_result(link("/box/file", "/box/new"));
    say_result(link("/box/dir", "/box/x"));
    say_result(link("/box/none", "/box/x"));
    say_result(link("/box/file", "/box/x/"));
    say_result(unlink("/box/file"));
    say_file("/box/new");
    return 0;
}
