#include "program.h"

int main(void) {
    char b[64];
    say(getcwd(b, 64) ? b : "none");
    say_result(chdir("/box"));
    say(getcwd(b, 64));
    say_file("file");
    say_file("dir/../file");
    say_result(chdir("/none"));
    return 0;
}
