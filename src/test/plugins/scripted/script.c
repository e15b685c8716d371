#include "script.h"

#include <stdlib.h>
#include <string.h>

static char *script = "";
static char *next = "";
static uint64_t repeats = 1;

void script_set(const uint8_t *text, size_t length) {
    script = malloc(length + 1);
    memcpy(script, text, length);
    script[length] = 0;
    next = script;
    repeats = 1;
}

static char *spaces(char *at) {
    return at + strspn(at, " ");
}

// Skips "@times" and remembers it.
static char *with_times(char *call, uint64_t *times) {
    call = spaces(call);
    *times = 1;
    if (*call == '@') {
        *times = strtoull(call + 1, &call, 10);
    }
    return spaces(call);
}

const char *script_answer(size_t *length) {
    if (*spaces(next) == 0) {
        *length = strlen("incomplete");
        return "incomplete";
    }
    uint64_t times;
    char *answer = with_times(next, &times);
    *length = strcspn(answer, ";");
    if (times != 0 && repeats++ >= times) {
        repeats = 1;
        next = answer + *length + (answer[*length] == ';');
    }
    while (*length > 0 && answer[*length - 1] == ' ') {
        --*length;
    }
    return answer;
}

bool script_is(const char *answer, size_t length, const char *word) {
    return length == strlen(word) && memcmp(answer, word, length) == 0;
}

static const char *consumed(const char *at, size_t slice, uint64_t *value) {
    if (memcmp(at, "half", 4) == 0) {
        *value = slice / 2;
        return at + 4;
    }
    if (memcmp(at, "len", 3) == 0) {
        *value = slice;
        at += 3;
        if (memcmp(at, "+1", 2) == 0) {
            ++*value;
            at += 2;
        }
        return at;
    }
    char *end;
    *value = strtoull(at, &end, 10);
    return end;
}

bool script_item_next(const char **answer, size_t *length, size_t slice, script_item *item) {
    const char *at = *answer, *end = *answer + *length;
    while (at < end && *at == ' ') {
        at++;
    }
    if (at == end) {
        return false;
    }
    *item = (script_item){.kind = *at, .times = 1};
    at = consumed(at + 1, slice, &item->consumed);
    if (*at == ':') {
        char *rest;
        item->number = strtoull(at + 1, &rest, 10);
        at = rest;
    }
    if (*at == ':') {
        item->name = ++at;
        item->name_length = strcspn(at, " ;");
        at += item->name_length;
    }
    if (*at == '*') {
        char *rest;
        item->times = strtoull(at + 1, &rest, 10);
        at = rest;
    }
    *length = (size_t)(end - at);
    *answer = at;
    return true;
}
