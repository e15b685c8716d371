// UDP: datagrams to and from others.
#include "network.h"

typedef struct {
    wasi_sockets_udp_borrow_incoming_datagram_stream_t in;
    wasi_sockets_udp_borrow_outgoing_datagram_stream_t out;
} streams_t;

udp_t udp_socket(address_t *local) {
    wasi_sockets_udp_create_socket_own_udp_socket_t socket;
    code_t code;
    if (!wasi_sockets_udp_create_socket_create_udp_socket(is_ipv6(local), &socket, &code)) {
        fail("create-udp-socket", code);
    }
    udp_t self = wasi_sockets_udp_borrow_udp_socket(socket);
    if (!wasi_sockets_udp_method_udp_socket_start_bind(self, the_network(), local, &code)) {
        fail("start-bind", code);
    }
    if (!wasi_sockets_udp_method_udp_socket_finish_bind(self, &code)) {
        fail("finish-bind", code);
    }
    return self;
}

static streams_t streams(udp_t socket, address_t *remote) {
    wasi_sockets_udp_tuple2_own_incoming_datagram_stream_own_outgoing_datagram_stream_t made;
    code_t code;
    if (!wasi_sockets_udp_method_udp_socket_stream(socket, remote, &made, &code)) {
        fail("stream", code);
    }
    return (streams_t){wasi_sockets_udp_borrow_incoming_datagram_stream(made.f0),
                       wasi_sockets_udp_borrow_outgoing_datagram_stream(made.f1)};
}

static bool send(streams_t streams, address_t *to, const uint8_t *bytes, size_t length) {
    wasi_sockets_udp_outgoing_datagram_t datagram;
    memset(&datagram, 0, sizeof datagram);
    datagram.data.ptr = (uint8_t *)bytes;
    datagram.data.len = length;
    datagram.remote_address.is_some = to != NULL;
    if (to != NULL) {
        datagram.remote_address.val = *to;
    }
    wasi_sockets_udp_list_outgoing_datagram_t list = {&datagram, 1};
    code_t code;
    uint64_t count = 0;
    while (!wasi_sockets_udp_method_outgoing_datagram_stream_check_send(streams.out, &count, &code) || count == 0) {
        await(wasi_sockets_udp_method_outgoing_datagram_stream_subscribe(streams.out));
    }
    if (!wasi_sockets_udp_method_outgoing_datagram_stream_send(streams.out, &list, &count, &code)) {
        printf("send: %s\n", CODES[code]);
        return false;
    }
    return count == 1;
}

// Waits for datagrams and gives the first of at most a few.
static wasi_sockets_udp_incoming_datagram_t receive(streams_t streams) {
    wasi_sockets_udp_list_incoming_datagram_t list;
    code_t code;
    for (;;) {
        if (!wasi_sockets_udp_method_incoming_datagram_stream_receive(streams.in, 1, &list, &code)) {
            fail("receive", code);
        }
        if (list.len > 0) {
            return list.ptr[0];
        }
        await(wasi_sockets_udp_method_incoming_datagram_stream_subscribe(streams.in));
    }
}

// Sends a text and prints the answer; connected to the other end or not.
static void echo(address_t *remote, const char *text, bool connected) {
    char zero[] = "0";
    address_t local = address(is_ipv6(remote) ? "::" : "0.0.0.0", zero);
    udp_t socket = udp_socket(&local);
    streams_t made = streams(socket, connected ? remote : NULL);
    if (!send(made, connected ? NULL : remote, (const uint8_t *)text, strlen(text))) {
        return;
    }
    wasi_sockets_udp_incoming_datagram_t answer = receive(made);
    printf("%.*s from %u\n", (int)answer.data.len, (const char *)answer.data.ptr,
           port_of(&answer.remote_address) == port_of(remote));
}

// Sends back what comes.
static void serve(address_t *local, int count) {
    udp_t socket = udp_socket(local);
    code_t code;
    if (!wasi_sockets_udp_method_udp_socket_local_address(socket, local, &code)) {
        fail("local-address", code);
    }
    printf("listening at %u\n", port_of(local));
    streams_t made = streams(socket, NULL);
    for (int i = 0; i < count; i++) {
        wasi_sockets_udp_incoming_datagram_t datagram = receive(made);
        send(made, &datagram.remote_address, datagram.data.ptr, datagram.data.len);
        printf("served %zu bytes\n", datagram.data.len);
        free(datagram.data.ptr);
    }
}

static void wait_for_datagram(address_t *local) {
    streams_t made = streams(udp_socket(local), NULL);
    printf("waiting\n");
    fflush(stdout);
    receive(made);
}

// A datagram of each size.
static void sizes(address_t *remote) {
    char zero[] = "0";
    address_t local = address("127.0.0.1", zero);
    streams_t made = streams(udp_socket(&local), NULL);
    uint8_t *bytes = calloc(70000, 1);
    for (size_t length = 60000; length <= 70000; length += 5000) {
        printf("%zu: %s\n", length, send(made, remote, bytes, length) ? "sent" : "not sent");
    }
}

static void local_address(udp_t socket, address_t *local) {
    code_t code;
    if (!wasi_sockets_udp_method_udp_socket_local_address(socket, local, &code)) {
        fail("local-address", code);
    }
}

// Two to a third, which is connected to one of them after they have sent: an empty datagram too.
static void to_itself(address_t *any) {
    udp_t sockets[3];
    address_t at[3];
    for (int i = 0; i < 3; i++) {
        sockets[i] = udp_socket(any);
        local_address(sockets[i], &at[i]);
    }
    streams_t stranger = streams(sockets[1], NULL), friend = streams(sockets[2], &at[0]);
    send(stranger, &at[0], (const uint8_t *)"stranger", 8);
    send(friend, NULL, (const uint8_t *)"", 0);
    send(friend, NULL, (const uint8_t *)"friend", 6);
    streams_t made = streams(sockets[0], &at[2]);
    for (int i = 0; i < 2; i++) {
        wasi_sockets_udp_incoming_datagram_t datagram = receive(made);
        printf("%zu bytes from %s\n", datagram.data.len,
               port_of(&datagram.remote_address) == port_of(&at[2]) ? "a friend" : "a stranger");
    }
    address_t remote;
    code_t code;
    bool ok = wasi_sockets_udp_method_udp_socket_remote_address(sockets[0], &remote, &code);
    printf("remote-address %s\n", ok ? "ok" : CODES[code]);
    ok = wasi_sockets_udp_method_udp_socket_remote_address(sockets[1], &remote, &code);
    printf("remote-address %s\n", ok ? "ok" : CODES[code]);
}

int udp_mode(const char *mode, char **arguments) {
    address_t at = address(arguments[0], arguments[1]);
    const char *more = arguments[2] == NULL ? "0" : arguments[2];
    if (strcmp(mode, "udp-echo") == 0) {
        echo(&at, more, false);
    } else if (strcmp(mode, "udp-connected") == 0) {
        echo(&at, more, true);
    } else if (strcmp(mode, "udp-serve") == 0) {
        serve(&at, atoi(more));
    } else if (strcmp(mode, "udp-wait-for-datagram") == 0) {
        wait_for_datagram(&at);
    } else if (strcmp(mode, "udp-self") == 0) {
        to_itself(&at);
    } else if (strcmp(mode, "udp-sizes") == 0) {
        sizes(&at);
    } else {
        return 2;
    }
    return 0;
}
