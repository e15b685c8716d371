#include "program.h"

int main(void) {
    symlink("none", "/box/new");
    struct stat s;
    say_result(stat("/box/new", &s));
    say_result(lstat("/box/new", &s));
    say_number(S_ISLNK(s.st_mode));
    say_number(s.st_size);
    say_result(open("/box/new", O_RDONLY | O_NOFOLLOW));
    say_result(unlink("/box/new"));
    return 0;
}
