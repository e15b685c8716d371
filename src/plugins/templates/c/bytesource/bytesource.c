// A byte source that brings the bytes of a file.

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bytesource.h"

// A host may ask for more than it would like to get.
#define MOST_BYTES (1u << 20)

typedef exports_chipmunk_bytesource_byte_source_source_error_t source_error;

static int file = -1;

// The host frees what it is given, so a literal is copied.
static bytesource_string_t copy_of(const char *literal) {
    bytesource_string_t text;
    bytesource_string_dup(&text, literal);
    return text;
}

void exports_chipmunk_bytesource_byte_source_get_version(
    exports_chipmunk_bytesource_byte_source_version_t *ret) {
    *ret = (exports_chipmunk_bytesource_byte_source_version_t){0, 1, 0};
}

void exports_chipmunk_bytesource_byte_source_get_config_schemas(
    exports_chipmunk_bytesource_byte_source_list_config_schema_item_t *ret) {
    ret->len = 1;
    ret->ptr = calloc(1, sizeof *ret->ptr);
    ret->ptr->id = copy_of("file");
    ret->ptr->title = copy_of("File");
    ret->ptr->description.is_some = true;
    ret->ptr->description.val = copy_of("The file to read");
    ret->ptr->input_type.tag = CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_SCHEMA_TYPE_FILES;
}

static int open_file(const bytesource_string_t *path) {
    char *name = strndup((const char *)path->ptr, path->len);
    int opened = open(name, O_RDONLY);
    free(name);
    return opened;
}

// Only files that are configured can be opened; here is where it shows that one cannot.
bool exports_chipmunk_bytesource_byte_source_init(
    exports_chipmunk_bytesource_byte_source_source_config_t *general,
    exports_chipmunk_bytesource_byte_source_list_config_item_t *items,
    exports_chipmunk_bytesource_byte_source_init_error_t *err) {
    (void)general;
    bool one = items->len == 1
               && items->ptr[0].value.tag == CHIPMUNK_SHARED_SHARED_TYPES_CONFIG_VALUE_FILES
               && items->ptr[0].value.val.files.len == 1;
    if (one) {
        file = open_file(&items->ptr[0].value.val.files.ptr[0]);
    }
    exports_chipmunk_bytesource_byte_source_list_config_item_free(items);
    if (!one) {
        err->tag = CHIPMUNK_SHARED_SHARED_TYPES_INIT_ERROR_CONFIG;
        err->val.config = copy_of("'file' wants one file");
    } else if (file < 0) {
        err->tag = CHIPMUNK_SHARED_SHARED_TYPES_INIT_ERROR_IO;
        err->val.io = copy_of("the file cannot be opened");
    }
    return one && file >= 0;
}

// At most len bytes: a host may have no room for more. None at all is the end.
bool exports_chipmunk_bytesource_byte_source_read(
    uint64_t len, bytesource_list_u8_t *ret, source_error *err) {
    size_t wanted = len < MOST_BYTES ? (size_t)len : MOST_BYTES;
    uint8_t *bytes = malloc(wanted == 0 ? 1 : wanted);
    ssize_t count = read(file, bytes, wanted);
    if (count < 0) {
        free(bytes);
        err->tag = CHIPMUNK_BYTESOURCE_BYTESOURCE_TYPES_SOURCE_ERROR_IO;
        err->val.io = copy_of("the file cannot be read");
        return false;
    }
    *ret = (bytesource_list_u8_t){bytes, (size_t)count};
    return true;
}
