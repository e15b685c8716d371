#include "program.h"

int main(void) {
    DIR *d = opendir("/box");
    struct dirent *e;
    int n = 0, types = 0;
    while ((e = readdir(d))) {
        n++;
        if (!strcmp(e->d_name, "file")) types += e->d_type == DT_REG;
        if (!strcmp(e->d_name, "dir")) types += e->d_type == DT_DIR;
    }
    say_number(n);
    say_number(types);
    rewinddir(d);
    n = 0;
    while (readdir(d)) n++;
    say_number(n);
    closedir(d);
    say_result(opendir("/box/none") ? 0 : -1);
    say_result(opendir("/box/file") ? 0 : -1);
    return 0;
}
