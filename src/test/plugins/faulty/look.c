// Faults that look around: at their folder, the environment, the outside.

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

#include "faults.h"

extern char **environ;

void look_at_temp(items_t *items, size_t slice) {
    static const char content[] = "written by a plugin";
    parse_string_t folder, error;
    if (!chipmunk_shared_sandbox_temp_directory(&folder, &error)) {
        add_row(items, slice, "no folder: %.*s", (int)error.len, (char *)error.ptr);
        parse_string_free(&error);
        return;
    }
    char path[512], back[64] = "";
    snprintf(path, sizeof path, "%.*s/note.txt", (int)folder.len, (char *)folder.ptr);
    parse_string_free(&folder);
    FILE *file = fopen(path, "w");
    int written = file != NULL && fputs(content, file) >= 0;
    if (file != NULL) {
        fclose(file);
    }
    file = written ? fopen(path, "r") : NULL;
    if (file != NULL) {
        size_t length = fread(back, 1, sizeof back - 1, file);
        back[length] = 0;
        fclose(file);
    }
    const char *verdict = strcmp(back, content) == 0 ? "ok" : strerror(errno);
    add_row(items, slice, "%s: %s", path, verdict);
}

void look_at_env(items_t *items, size_t slice) {
    size_t count = 0;
    while (environ != NULL && environ[count] != NULL) {
        count++;
    }
    add_row(items, slice, "%zu variables", count);
    for (size_t at = 0; at < count; at++) {
        add_row(items, slice, "%s", environ[at]);
    }
}

// Tries a path for reading, or for writing, and tells what came of it.
static void try_path(items_t *items, size_t slice, const char *path, const char *mode) {
    errno = 0;
    FILE *file = fopen(path, mode);
    add_row(items, slice, "%s %s: %s", *mode == 'r' ? "read" : "write", path,
            file != NULL ? "opened" : strerror(errno));
    if (file != NULL) {
        fclose(file);
    }
}

void look_outside(items_t *items, size_t slice) {
    // Folders that were granted follow the three standard streams.
    for (__wasi_fd_t fd = 3;; fd++) {
        __wasi_prestat_t granted;
        char path[512];
        if (__wasi_fd_prestat_get(fd, &granted) != 0) {
            break;
        }
        __wasi_size_t length = granted.u.dir.pr_name_len;
        if (length >= sizeof path
            || __wasi_fd_prestat_dir_name(fd, (uint8_t *)path, length) != 0) {
            break;
        }
        path[length] = 0;
        add_row(items, slice, "granted %s", path);
        char up[600];
        snprintf(up, sizeof up, "%s/../../etc/passwd", path);
        try_path(items, slice, up, "r");
    }
    try_path(items, slice, "/etc/passwd", "r");
    try_path(items, slice, "../../../../etc/passwd", "r");
    try_path(items, slice, "/proc/self/environ", "r");
    try_path(items, slice, "/tmp/tamias-was-here", "w");
}
