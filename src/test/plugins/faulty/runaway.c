// Faults that end the call in a trap, or never.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"

static volatile int sink;

// Deep without arrays on the stack, so that it is the engine's stack that ends, not the plugin's.
static __attribute__((noinline)) int deeper(int depth) {
    sink = depth;
    if (sink < 0) {
        return 0;
    }
    return depth + deeper(depth + 1) * 3 + sink;
}

static void grow(void) {
    for (;;) {
        volatile char *block = malloc(1 << 20);
        if (block == NULL) {
            abort();
        }
        block[0] = 1;
    }
}

// Fills a large block again and again.
static void fill(void) {
    char *volatile block = malloc(16 << 20);
    for (int value = 0; block != NULL; value++) {
        memset(block, value, 16 << 20);
        sink = block[value & 0xffff];
    }
}

void run_away(fault_t fault) {
    volatile int forever = 1;
    switch (fault) {
    case LOOP:
    case LOOP_INIT:
        while (forever) {
        }
        break;
    case RECURSE:
        sink = deeper(0);
        break;
    case GROW:
        grow();
        break;
    case SLEEP:
        sleep(1000000);
        break;
    case FILL:
        fill();
        break;
    case PRINT_AND_TRAP:
        fprintf(stderr, "a last word without an end");
        __builtin_trap();
    default:
        __builtin_trap();
    }
}
