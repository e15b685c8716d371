package dev.tamias.wasi.sockets;

/** A socket that somebody else connected to, with its streams. */
public record TcpConnection(TcpSocket socket, TcpInput input, TcpOutput output) {}
