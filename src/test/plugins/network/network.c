// A program that uses the network: its first argument says how, and it prints what came of it.
#include "network.h"

const char *const CODES[] = {
    "unknown", "access-denied", "not-supported", "invalid-argument", "out-of-memory", "timeout",
    "concurrency-conflict", "not-in-progress", "would-block", "invalid-state", "new-socket-limit",
    "address-not-bindable", "address-in-use", "remote-unreachable", "connection-refused",
    "connection-reset", "connection-aborted", "datagram-too-large", "name-unresolvable",
    "temporary-resolver-failure", "permanent-resolver-failure",
};

wasi_sockets_network_borrow_network_t the_network(void) {
    static bool known = false;
    static wasi_sockets_network_own_network_t network;
    if (!known) {
        network = wasi_sockets_instance_network_instance_network();
        known = true;
    }
    return wasi_sockets_network_borrow_network(network);
}

void fail(const char *what, code_t code) {
    printf("%s: %s\n", what, CODES[code]);
    exit(1);
}

void await(wasi_io_poll_own_pollable_t pollable) {
    wasi_io_poll_method_pollable_block(wasi_io_poll_borrow_pollable(pollable));
    wasi_io_poll_pollable_drop_own(pollable);
}

address_t address(const char *host, const char *port) {
    address_t address;
    memset(&address, 0, sizeof address);
    uint16_t number = (uint16_t)atoi(port);
    if (strchr(host, ':') != NULL) {
        address.tag = WASI_SOCKETS_NETWORK_IP_SOCKET_ADDRESS_IPV6;
        address.val.ipv6.port = number;
        address.val.ipv6.address.f7 = strcmp(host, "::1") == 0;
    } else {
        address.tag = WASI_SOCKETS_NETWORK_IP_SOCKET_ADDRESS_IPV4;
        address.val.ipv4.port = number;
        unsigned a, b, c, d;
        if (sscanf(host, "%u.%u.%u.%u", &a, &b, &c, &d) != 4) {
            fail(host, WASI_SOCKETS_NETWORK_ERROR_CODE_INVALID_ARGUMENT);
        }
        address.val.ipv4.address.f0 = (uint8_t)a;
        address.val.ipv4.address.f1 = (uint8_t)b;
        address.val.ipv4.address.f2 = (uint8_t)c;
        address.val.ipv4.address.f3 = (uint8_t)d;
    }
    return address;
}

bool is_ipv6(const address_t *address) {
    return address->tag == WASI_SOCKETS_NETWORK_IP_SOCKET_ADDRESS_IPV6;
}

unsigned port_of(const address_t *address) {
    return is_ipv6(address) ? address->val.ipv6.port : address->val.ipv4.port;
}

static int look_up(char *name) {
    network_string_t text;
    network_string_set(&text, name);
    wasi_sockets_ip_name_lookup_own_resolve_address_stream_t stream;
    code_t code;
    if (!wasi_sockets_ip_name_lookup_resolve_addresses(the_network(), &text, &stream, &code)) {
        fail("resolve-addresses", code);
    }
    wasi_sockets_ip_name_lookup_borrow_resolve_address_stream_t self =
        wasi_sockets_ip_name_lookup_borrow_resolve_address_stream(stream);
    for (;;) {
        wasi_sockets_ip_name_lookup_option_ip_address_t next;
        if (!wasi_sockets_ip_name_lookup_method_resolve_address_stream_resolve_next_address(
                self, &next, &code)) {
            if (code != WASI_SOCKETS_NETWORK_ERROR_CODE_WOULD_BLOCK) {
                fail("resolve-next-address", code);
            }
            await(wasi_sockets_ip_name_lookup_method_resolve_address_stream_subscribe(self));
        } else if (!next.is_some) {
            break;
        } else if (next.val.tag == WASI_SOCKETS_NETWORK_IP_ADDRESS_IPV4) {
            wasi_sockets_network_ipv4_address_t four = next.val.val.ipv4;
            printf("%u.%u.%u.%u\n", four.f0, four.f1, four.f2, four.f3);
        } else {
            wasi_sockets_network_ipv6_address_t six = next.val.val.ipv6;
            printf("%x:%x:%x:%x:%x:%x:%x:%x\n", six.f0, six.f1, six.f2, six.f3, six.f4, six.f5,
                   six.f6, six.f7);
        }
    }
    wasi_sockets_ip_name_lookup_resolve_address_stream_drop_own(stream);
    return 0;
}

static int run(int count, char **arguments) {
    if (count < 2) {
        return 2;
    }
    const char *mode = arguments[1];
    if (strcmp(mode, "lookup") == 0 && count == 3) {
        return look_up(arguments[2]);
    }
    if (strncmp(mode, "udp", 3) == 0 && count >= 4) {
        return udp_mode(mode, arguments + 2);
    }
    if (strncmp(mode, "tcp", 3) == 0 && count >= 4) {
        return tcp_mode(mode, arguments + 2);
    }
    return states_mode(mode);
}

// Said to be called here, or the linker would call it, and what ends a program, at every export: where
// the host gives values back, which must not reach the host.
void __wasm_call_ctors(void);

int main(int count, char **arguments) {
    __wasm_call_ctors();
    exit(run(count, arguments));
}
