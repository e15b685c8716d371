#include "program.h"

int main(void) {
    say_result(open("/etc/passwd", O_RDONLY));
    say_result(open("/box/../etc/passwd", O_RDONLY));
    say_result(open("/box/dir/../../x", O_RDONLY));
    say_file("/box/dir/../file");
    return 0;
}
