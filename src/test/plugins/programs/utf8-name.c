#include "program.h"

int main(void) {
    say_result(put("/box/gr\xc3\xbcn \xe2\x82\xac", "text"));
    say_file("/box/gr\xc3\xbcn \xe2\x82\xac");
    say_result(open("/box/back\\slash", O_CREAT | O_WRONLY, 0666) >= 0);
    return 0;
}
