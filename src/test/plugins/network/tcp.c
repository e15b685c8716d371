// TCP: connections as a client and as a server.
#include "network.h"

#define BULK 65536

tcp_t tcp_socket(const address_t *address) {
    wasi_sockets_tcp_create_socket_own_tcp_socket_t socket;
    code_t code;
    if (!wasi_sockets_tcp_create_socket_create_tcp_socket(is_ipv6(address), &socket, &code)) {
        fail("create-tcp-socket", code);
    }
    return wasi_sockets_tcp_borrow_tcp_socket(socket);
}

void tcp_bind(tcp_t socket, address_t *local) {
    code_t code;
    if (!wasi_sockets_tcp_method_tcp_socket_start_bind(socket, the_network(), local, &code)) {
        fail("start-bind", code);
    }
    if (!wasi_sockets_tcp_method_tcp_socket_finish_bind(socket, &code)) {
        fail("finish-bind", code);
    }
}

void tcp_listen(tcp_t socket, address_t *local) {
    code_t code;
    tcp_bind(socket, local);
    if (!wasi_sockets_tcp_method_tcp_socket_start_listen(socket, &code)) {
        fail("start-listen", code);
    }
    if (!wasi_sockets_tcp_method_tcp_socket_finish_listen(socket, &code)) {
        fail("finish-listen", code);
    }
    if (!wasi_sockets_tcp_method_tcp_socket_local_address(socket, local, &code)) {
        fail("local-address", code);
    }
}

connection_t tcp_connect(address_t *remote) {
    connection_t made = {tcp_socket(remote), {0}, {0}};
    code_t code;
    if (!wasi_sockets_tcp_method_tcp_socket_start_connect(made.socket, the_network(), remote, &code)) {
        fail("start-connect", code);
    }
    wasi_sockets_tcp_tuple2_own_input_stream_own_output_stream_t streams;
    while (!wasi_sockets_tcp_method_tcp_socket_finish_connect(made.socket, &streams, &code)) {
        if (code != WASI_SOCKETS_NETWORK_ERROR_CODE_WOULD_BLOCK) {
            fail("finish-connect", code);
        }
        await(wasi_sockets_tcp_method_tcp_socket_subscribe(made.socket));
    }
    made.input = wasi_io_streams_borrow_input_stream(streams.f0);
    made.output = wasi_io_streams_borrow_output_stream(streams.f1);
    return made;
}

connection_t tcp_accept(tcp_t listener) {
    wasi_sockets_tcp_tuple3_own_tcp_socket_own_input_stream_own_output_stream_t accepted;
    code_t code;
    while (!wasi_sockets_tcp_method_tcp_socket_accept(listener, &accepted, &code)) {
        if (code != WASI_SOCKETS_NETWORK_ERROR_CODE_WOULD_BLOCK) {
            fail("accept", code);
        }
        await(wasi_sockets_tcp_method_tcp_socket_subscribe(listener));
    }
    connection_t made = {wasi_sockets_tcp_borrow_tcp_socket(accepted.f0),
                         wasi_io_streams_borrow_input_stream(accepted.f1),
                         wasi_io_streams_borrow_output_stream(accepted.f2)};
    return made;
}

void tcp_drop(connection_t connection) {
    wasi_io_streams_input_stream_drop_own(
        (wasi_io_streams_own_input_stream_t){connection.input.__handle});
    wasi_io_streams_output_stream_drop_own(
        (wasi_io_streams_own_output_stream_t){connection.output.__handle});
    wasi_sockets_tcp_tcp_socket_drop_own(
        (wasi_sockets_tcp_own_tcp_socket_t){connection.socket.__handle});
}

bool write_all(output_t output, const uint8_t *bytes, size_t length) {
    wasi_io_streams_stream_error_t error;
    size_t written = 0;
    while (written < length) {
        uint64_t permitted;
        if (!wasi_io_streams_method_output_stream_check_write(output, &permitted, &error)) {
            return false;
        }
        if (permitted == 0) {
            await(wasi_io_streams_method_output_stream_subscribe(output));
            continue;
        }
        size_t part = length - written < permitted ? length - written : (size_t)permitted;
        network_list_u8_t list = {(uint8_t *)bytes + written, part};
        if (!wasi_io_streams_method_output_stream_write(output, &list, &error)) {
            return false;
        }
        written += part;
    }
    return true;
}

size_t read_some(input_t input, uint8_t **bytes) {
    network_list_u8_t read;
    wasi_io_streams_stream_error_t error;
    if (!wasi_io_streams_method_input_stream_blocking_read(input, BULK, &read, &error)) {
        return 0;
    }
    *bytes = read.ptr;
    return read.len;
}

static void finish_sending(connection_t connection) {
    code_t code;
    if (!wasi_sockets_tcp_method_tcp_socket_shutdown(connection.socket, WASI_SOCKETS_TCP_SHUTDOWN_TYPE_SEND, &code)) {
        fail("shutdown", code);
    }
}

// Sends a text and prints what comes back until the end.
static void echo(address_t *remote, const char *text) {
    connection_t connection = tcp_connect(remote);
    if (!write_all(connection.output, (const uint8_t *)text, strlen(text))) {
        printf("closed\n");
    }
    finish_sending(connection);
    uint8_t *bytes;
    size_t length;
    while ((length = read_some(connection.input, &bytes)) > 0) {
        printf("%.*s", (int)length, (const char *)bytes);
        free(bytes);
    }
    printf("|end\n");
    tcp_drop(connection);
}

// Sends back what comes, connection after connection.
static void serve(address_t *local, int count) {
    tcp_t listener = tcp_socket(local);
    tcp_listen(listener, local);
    printf("listening at %u\n", port_of(local));
    for (int i = 0; i < count; i++) {
        connection_t connection = tcp_accept(listener);
        size_t total = 0;
        uint8_t *bytes;
        size_t length;
        while ((length = read_some(connection.input, &bytes)) > 0) {
            total += length;
            write_all(connection.output, bytes, length);
            free(bytes);
        }
        printf("served %zu bytes\n", total);
        tcp_drop(connection);
    }
}

// Sends many bytes to somebody who reads them late, and says how often it had to wait.
static void bulk(address_t *remote, size_t total) {
    connection_t connection = tcp_connect(remote);
    static uint8_t bytes[BULK];
    memset(bytes, 'b', sizeof bytes);
    wasi_io_streams_stream_error_t error;
    size_t written = 0;
    bool waited = false;
    while (written < total) {
        uint64_t permitted;
        if (!wasi_io_streams_method_output_stream_check_write(connection.output, &permitted, &error)) {
            break;
        }
        if (permitted == 0) {
            waited = true;
            await(wasi_io_streams_method_output_stream_subscribe(connection.output));
            continue;
        }
        size_t part = total - written < BULK ? total - written : BULK;
        part = part < permitted ? part : (size_t)permitted;
        network_list_u8_t list = {bytes, part};
        if (!wasi_io_streams_method_output_stream_write(connection.output, &list, &error)) {
            break;
        }
        written += part;
    }
    finish_sending(connection);
    uint8_t *answer;
    size_t length = read_some(connection.input, &answer);
    printf("sent %zu, %s, answer %.*s\n", written, waited ? "waited" : "never waited", (int)length,
           (const char *)answer);
    tcp_drop(connection);
}

// Writes more than the system takes at once, to itself, and shuts down before any of it was read.
static void to_itself(address_t *local) {
    tcp_t listener = tcp_socket(local);
    code_t code;
    wasi_sockets_tcp_method_tcp_socket_set_receive_buffer_size(listener, 1024, &code);
    tcp_listen(listener, local);
    connection_t client = tcp_connect(local);
    connection_t server = tcp_accept(listener);
    wasi_sockets_tcp_method_tcp_socket_set_send_buffer_size(client.socket, 1024, &code);
    uint64_t permitted = 0;
    wasi_io_streams_stream_error_t error;
    await(wasi_io_streams_method_output_stream_subscribe(client.output));
    if (!wasi_io_streams_method_output_stream_check_write(client.output, &permitted, &error)) {
        printf("closed at once\n");
    }
    if (permitted > BULK) {
        permitted = BULK;
    }
    uint8_t *many = calloc(permitted, 1);
    network_list_u8_t list = {many, permitted};
    if (!wasi_io_streams_method_output_stream_write(client.output, &list, &error)) {
        printf("write failed\n");
    }
    finish_sending(client);
    size_t total = 0, length;
    uint8_t *bytes;
    while ((length = read_some(server.input, &bytes)) > 0) {
        total += length;
        free(bytes);
    }
    await(wasi_io_streams_method_output_stream_subscribe(client.output));
    bool closed = !wasi_io_streams_method_output_stream_check_write(client.output, &permitted, &error);
    printf("%s, %s\n", closed ? "closed" : "open", total == list.len ? "all received" : "lost");
    tcp_drop(client);
    tcp_drop(server);
    wasi_sockets_tcp_tcp_socket_drop_own((wasi_sockets_tcp_own_tcp_socket_t){listener.__handle});
}

// The same, and asks in a loop whether something has come instead of waiting for it.
static void busily_to_itself(address_t *local) {
    tcp_t listener = tcp_socket(local);
    code_t code;
    wasi_sockets_tcp_method_tcp_socket_set_receive_buffer_size(listener, 1024, &code);
    tcp_listen(listener, local);
    connection_t client = tcp_connect(local);
    connection_t server = tcp_accept(listener);
    wasi_sockets_tcp_method_tcp_socket_set_send_buffer_size(client.socket, 1024, &code);
    uint8_t *many = calloc(BULK, 1);
    network_list_u8_t list = {many, BULK};
    uint64_t permitted;
    wasi_io_streams_stream_error_t error;
    await(wasi_io_streams_method_output_stream_subscribe(client.output));
    wasi_io_streams_method_output_stream_check_write(client.output, &permitted, &error);
    wasi_io_streams_method_output_stream_write(client.output, &list, &error);
    size_t total = 0;
    while (total < BULK) {
        network_list_u8_t read;
        if (!wasi_io_streams_method_input_stream_read(server.input, BULK, &read, &error)) {
            break;
        }
        total += read.len;
        if (read.len > 0) {
            free(read.ptr);
        }
    }
    printf("%s\n", total == BULK ? "all received" : "lost");
}

// Reads from somebody who says nothing.
static void wait_for_bytes(address_t *remote) {
    connection_t connection = tcp_connect(remote);
    printf("waiting\n");
    fflush(stdout);
    uint8_t *bytes;
    read_some(connection.input, &bytes);
}

// Waits for somebody who never connects.
static void wait_for_connection(address_t *local) {
    tcp_t listener = tcp_socket(local);
    tcp_listen(listener, local);
    printf("waiting\n");
    fflush(stdout);
    tcp_accept(listener);
}

// Opens connections one after the other.
static void churn(address_t *remote, int count) {
    for (int i = 0; i < count; i++) {
        tcp_drop(tcp_connect(remote));
    }
    printf("%d\n", count);
}

// Opens sockets and keeps them.
static void hold(address_t *any, int count) {
    for (int i = 0; i < count; i++) {
        tcp_socket(any);
    }
    printf("%d\n", count);
}

int tcp_mode(const char *mode, char **arguments) {
    address_t at = address(arguments[0], arguments[1]);
    const char *more = arguments[2] == NULL ? "0" : arguments[2];
    if (strcmp(mode, "tcp-echo") == 0) {
        echo(&at, more);
    } else if (strcmp(mode, "tcp-serve") == 0) {
        serve(&at, atoi(more));
    } else if (strcmp(mode, "tcp-bulk") == 0) {
        bulk(&at, (size_t)atol(more));
    } else if (strcmp(mode, "tcp-self") == 0) {
        to_itself(&at);
    } else if (strcmp(mode, "tcp-busily") == 0) {
        busily_to_itself(&at);
    } else if (strcmp(mode, "tcp-wait-for-bytes") == 0) {
        wait_for_bytes(&at);
    } else if (strcmp(mode, "tcp-wait-for-connection") == 0) {
        wait_for_connection(&at);
    } else if (strcmp(mode, "tcp-churn") == 0) {
        churn(&at, atoi(more));
    } else if (strcmp(mode, "tcp-hold") == 0) {
        hold(&at, atoi(more));
    } else {
        return 2;
    }
    return 0;
}
