// What the modes of the program share.
#ifndef NETWORK_PROGRAM_H
#define NETWORK_PROGRAM_H

#include "../bindings/network/network.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef wasi_sockets_network_ip_socket_address_t address_t;
typedef wasi_sockets_network_error_code_t code_t;
typedef wasi_sockets_tcp_borrow_tcp_socket_t tcp_t;
typedef wasi_sockets_udp_borrow_udp_socket_t udp_t;
typedef wasi_io_streams_borrow_input_stream_t input_t;
typedef wasi_io_streams_borrow_output_stream_t output_t;

// A connection; all of its handles are owned.
typedef struct {
    tcp_t socket;
    input_t input;
    output_t output;
} connection_t;

extern const char *const CODES[];

wasi_sockets_network_borrow_network_t the_network(void);

// An address of IPv4, or ::1.
address_t address(const char *host, const char *port);
bool is_ipv6(const address_t *address);
unsigned port_of(const address_t *address);

// Prints what failed, and ends the program with 1.
void fail(const char *what, code_t code);

// Waits for a pollable and drops it.
void await(wasi_io_poll_own_pollable_t pollable);

tcp_t tcp_socket(const address_t *address);
void tcp_bind(tcp_t socket, address_t *local);
void tcp_listen(tcp_t socket, address_t *local);
connection_t tcp_connect(address_t *remote);
connection_t tcp_accept(tcp_t listener);
void tcp_drop(connection_t connection);

// Writes all, waiting as long as the other end takes nothing; false where it is closed.
bool write_all(output_t output, const uint8_t *bytes, size_t length);

// Reads some, waiting for a first byte; 0 at the end. The bytes are freed by the caller.
size_t read_some(input_t input, uint8_t **bytes);

udp_t udp_socket(address_t *local);

int tcp_mode(const char *mode, char **arguments);
int udp_mode(const char *mode, char **arguments);
int states_mode(const char *mode);

#endif
