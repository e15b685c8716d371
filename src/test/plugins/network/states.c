// What each operation says in each state of a socket, and what the options take.
#include "network.h"

#define SECOND 1000000000ull

static void say(const char *what, bool ok, code_t code) {
    printf("%s %s\n", what, ok ? "ok" : CODES[code]);
}

static tcp_t fresh(bool ipv6) {
    char zero[] = "0";
    address_t any = address(ipv6 ? "::1" : "127.0.0.1", zero);
    return tcp_socket(&any);
}

// Every method that changes nothing where it fails.
static void all(const char *state, tcp_t socket) {
    code_t code = 0;
    wasi_sockets_tcp_tuple2_own_input_stream_own_output_stream_t two;
    wasi_sockets_tcp_tuple3_own_tcp_socket_own_input_stream_own_output_stream_t three;
    address_t at;
    char zero[] = "0";
    address_t local = address("127.0.0.1", zero);
    printf("-- %s\n", state);
    say("finish-bind", wasi_sockets_tcp_method_tcp_socket_finish_bind(socket, &code), code);
    say("finish-connect", wasi_sockets_tcp_method_tcp_socket_finish_connect(socket, &two, &code), code);
    say("finish-listen", wasi_sockets_tcp_method_tcp_socket_finish_listen(socket, &code), code);
    say("accept", wasi_sockets_tcp_method_tcp_socket_accept(socket, &three, &code), code);
    say("local-address", wasi_sockets_tcp_method_tcp_socket_local_address(socket, &at, &code), code);
    say("remote-address", wasi_sockets_tcp_method_tcp_socket_remote_address(socket, &at, &code), code);
    printf("is-listening %d\n", wasi_sockets_tcp_method_tcp_socket_is_listening(socket));
    if (strcmp(state, "unbound") == 0) {
        say("start-listen", wasi_sockets_tcp_method_tcp_socket_start_listen(socket, &code), code);
    } else {
        say("start-bind", wasi_sockets_tcp_method_tcp_socket_start_bind(socket, the_network(), &local, &code), code);
    }
    if (strcmp(state, "connected") != 0) {
        say("shutdown", wasi_sockets_tcp_method_tcp_socket_shutdown(socket, 2, &code), code);
    }
    if (strcmp(state, "listening") == 0 || strcmp(state, "connected") == 0) {
        say("start-connect", wasi_sockets_tcp_method_tcp_socket_start_connect(socket, the_network(), &local, &code), code);
        say("start-listen", wasi_sockets_tcp_method_tcp_socket_start_listen(socket, &code), code);
    }
}

// What is asked while another operation is not finished.
static void in_progress(void) {
    code_t code;
    char zero[] = "0";
    address_t local = address("127.0.0.1", zero);
    tcp_t listener = fresh(false);
    tcp_listen(listener, &local);
    tcp_t other = fresh(false);
    char none[] = "0";
    address_t free_port = address("127.0.0.1", none);
    say("start-bind", wasi_sockets_tcp_method_tcp_socket_start_bind(other, the_network(), &free_port, &code), code);
    say("start-bind", wasi_sockets_tcp_method_tcp_socket_start_bind(other, the_network(), &free_port, &code), code);
    say("start-connect", wasi_sockets_tcp_method_tcp_socket_start_connect(other, the_network(), &local, &code), code);
    say("finish-bind", wasi_sockets_tcp_method_tcp_socket_finish_bind(other, &code), code);
}

static void states(void) {
    char zero[] = "0";
    address_t local = address("127.0.0.1", zero);
    tcp_t socket = fresh(false);
    all("unbound", socket);
    tcp_bind(socket, &local);
    all("bound", socket);
    code_t code;
    tcp_t listener = fresh(false);
    tcp_listen(listener, &local);
    all("listening", listener);
    connection_t connection = tcp_connect(&local);
    all("connected", connection.socket);
    tcp_t taken = fresh(false);
    bool ok = wasi_sockets_tcp_method_tcp_socket_start_bind(taken, the_network(), &local, &code)
              && wasi_sockets_tcp_method_tcp_socket_finish_bind(taken, &code);
    say("bind where another listens", ok, code);
}

static void bad_addresses(void) {
    code_t code = 0;
    char one[] = "80", zero[] = "0";
    address_t six = address("::1", one), group = address("224.0.0.1", one);
    address_t all = address("255.255.255.255", one), any = address("0.0.0.0", one);
    address_t portless = address("127.0.0.1", zero);
    address_t *bad[] = {&six, &group, &all, &any, &portless};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        say("connect", wasi_sockets_tcp_method_tcp_socket_start_connect(fresh(false), the_network(), bad[i], &code), code);
    }
    for (size_t i = 0; i < 3; i++) {
        say("bind", wasi_sockets_tcp_method_tcp_socket_start_bind(fresh(false), the_network(), bad[i], &code), code);
    }
    address_t mapped = six;
    mapped.val.ipv6.address.f5 = 0xffff;
    mapped.val.ipv6.address.f6 = 0x7f00;
    say("connect mapped", wasi_sockets_tcp_method_tcp_socket_start_connect(fresh(true), the_network(), &mapped, &code), code);
    address_t compatible = mapped;
    compatible.val.ipv6.address.f5 = 0;
    say("connect compatible", wasi_sockets_tcp_method_tcp_socket_start_connect(fresh(true), the_network(), &compatible, &code), code);
}

#define OPTION(type, name, given)                                                                \
    do {                                                                                         \
        type value = 0;                                                                          \
        say("set-" #name, wasi_sockets_tcp_method_tcp_socket_set_##name(socket, given, &code), code); \
        bool ok = wasi_sockets_tcp_method_tcp_socket_##name(socket, &value, &code);              \
        printf(#name " %s %llu\n", ok ? "ok" : CODES[code], (unsigned long long)value);          \
    } while (0)

static void options_of(tcp_t socket) {
    code_t code = 0;
    OPTION(bool, keep_alive_enabled, true);
    OPTION(uint64_t, keep_alive_idle_time, 42 * SECOND);
    OPTION(uint64_t, keep_alive_idle_time, 1);
    OPTION(uint64_t, keep_alive_idle_time, 0);
    OPTION(uint64_t, keep_alive_idle_time, ~0ull);
    OPTION(uint64_t, keep_alive_interval, 42 * SECOND);
    OPTION(uint32_t, keep_alive_count, 42);
    OPTION(uint32_t, keep_alive_count, ~0u);
    OPTION(uint32_t, keep_alive_count, 0);
    OPTION(uint64_t, receive_buffer_size, 0x10000);
    OPTION(uint64_t, send_buffer_size, 0x10000);
    say("set-receive-buffer-size 0", wasi_sockets_tcp_method_tcp_socket_set_receive_buffer_size(socket, 0, &code), code);
    say("set-receive-buffer-size max", wasi_sockets_tcp_method_tcp_socket_set_receive_buffer_size(socket, ~0ull, &code), code);
    OPTION(uint64_t, receive_buffer_size, 0x10000);
    say("set-hop-limit 0", wasi_sockets_tcp_method_tcp_socket_set_hop_limit(socket, 0, &code), code);
}

static void options(void) {
    tcp_t socket = fresh(false);
    options_of(socket);
    code_t code = 0;
    say("set-listen-backlog-size 0", wasi_sockets_tcp_method_tcp_socket_set_listen_backlog_size(socket, 0, &code), code);
    say("set-listen-backlog-size max", wasi_sockets_tcp_method_tcp_socket_set_listen_backlog_size(socket, ~0ull, &code), code);
    char zero[] = "0";
    address_t local = address("127.0.0.1", zero);
    tcp_listen(socket, &local);
    printf("-- listening\n");
    options_of(socket);
    tcp_connect(&local);
    connection_t accepted = tcp_accept(socket);
    printf("-- accepted\n");
    uint64_t idle = 0, size = 0;
    uint32_t count = 0;
    bool alive = false;
    wasi_sockets_tcp_method_tcp_socket_keep_alive_enabled(accepted.socket, &alive, &code);
    wasi_sockets_tcp_method_tcp_socket_keep_alive_idle_time(accepted.socket, &idle, &code);
    wasi_sockets_tcp_method_tcp_socket_keep_alive_count(accepted.socket, &count, &code);
    wasi_sockets_tcp_method_tcp_socket_send_buffer_size(accepted.socket, &size, &code);
    printf("%d %llu %u %d\n", alive, (unsigned long long)(idle / SECOND), count, size >= 0x10000);
}

int states_mode(const char *mode) {
    if (strcmp(mode, "states") == 0) {
        states();
    } else if (strcmp(mode, "in-progress") == 0) {
        in_progress();
    } else if (strcmp(mode, "addresses") == 0) {
        bad_addresses();
    } else if (strcmp(mode, "options") == 0) {
        options();
    } else {
        return 2;
    }
    return 0;
}
