// Hands back what it is given, one function for each kind of value. An argument belongs to the
// function that gets it and a result to the caller, so handing it on is all there is to do.

#include "echo_world.h"

#define ECHO(name, type) \
    type exports_tamias_testing_echo_of_##name(type value) { return value; }
#define ECHO_IN_MEMORY(name, type) \
    void exports_tamias_testing_echo_of_##name(type *value, type *ret) { *ret = *value; }

ECHO(bool, bool)
ECHO(s8, int8_t)
ECHO(u8, uint8_t)
ECHO(s16, int16_t)
ECHO(u16, uint16_t)
ECHO(s32, int32_t)
ECHO(u32, uint32_t)
ECHO(s64, int64_t)
ECHO(u64, uint64_t)
ECHO(f32, float)
ECHO(f64, double)
ECHO(char, uint32_t)
ECHO(color, exports_tamias_testing_echo_color_t)
ECHO(toppings, exports_tamias_testing_echo_toppings_t)
ECHO_IN_MEMORY(string, echo_world_string_t)
ECHO_IN_MEMORY(bytes, echo_world_list_u8_t)
ECHO_IN_MEMORY(strings, echo_world_list_string_t)
ECHO_IN_MEMORY(nested, echo_world_list_list_string_t)
ECHO_IN_MEMORY(point, exports_tamias_testing_echo_point_t)
ECHO_IN_MEMORY(points, exports_tamias_testing_echo_list_point_t)
ECHO_IN_MEMORY(tuple, echo_world_tuple3_u8_string_s64_t)
ECHO_IN_MEMORY(shape, exports_tamias_testing_echo_shape_t)
ECHO_IN_MEMORY(shapes, exports_tamias_testing_echo_list_shape_t)

bool exports_tamias_testing_echo_of_option(echo_world_string_t *value, echo_world_string_t *ret) {
    if (value != NULL) {
        *ret = *value;
    }
    return value != NULL;
}

bool exports_tamias_testing_echo_of_option_option(echo_world_option_u8_t *value,
                                                  echo_world_option_u8_t *ret) {
    if (value != NULL) {
        *ret = *value;
    }
    return value != NULL;
}

bool exports_tamias_testing_echo_of_result(exports_tamias_testing_echo_result_u32_string_t *value,
                                           uint32_t *ret, echo_world_string_t *err) {
    if (value->is_err) {
        *err = value->val.err;
    } else {
        *ret = value->val.ok;
    }
    return !value->is_err;
}

bool exports_tamias_testing_echo_of_result_empty(
    exports_tamias_testing_echo_result_void_void_t *value) {
    return !value->is_err;
}

uint64_t exports_tamias_testing_echo_sum_17(uint8_t a, uint16_t b, uint32_t c, uint64_t d, uint8_t e,
                                            uint16_t f, uint32_t g, uint64_t h, uint8_t i, uint16_t j,
                                            uint32_t k, uint64_t l, uint8_t m, uint16_t n, uint32_t o,
                                            uint64_t p, uint64_t q) {
    return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q;
}

uint32_t exports_tamias_testing_echo_use_counter(uint32_t start, uint32_t n) {
    tamias_testing_host_own_counter_t counter = tamias_testing_host_constructor_counter(start);
    tamias_testing_host_borrow_counter_t lent = tamias_testing_host_borrow_counter(counter);
    tamias_testing_host_method_counter_add(lent, n);
    uint32_t last = tamias_testing_host_method_counter_add(lent, n);
    tamias_testing_host_counter_drop_own(counter);
    return last;
}

void exports_tamias_testing_echo_lend_counter(uint32_t start, echo_world_string_t *ret) {
    tamias_testing_host_own_counter_t counter = tamias_testing_host_static_counter_doubled(start);
    tamias_testing_host_describe(tamias_testing_host_borrow_counter(counter), ret);
    tamias_testing_host_counter_drop_own(counter);
}

void exports_tamias_testing_echo_join_by_host(echo_world_list_string_t *parts,
                                              echo_world_string_t *ret) {
    tamias_testing_host_join(parts, ret);
    echo_world_list_string_free(parts);
}

void exports_tamias_testing_echo_trap(void) {
    __builtin_trap();
}
