package dev.tamias.source;

/** What carries a payload in a capture. */
public enum Transport {
    UDP,
    TCP,
    /** ICMP and ICMPv6: what follows the eight bytes of the header. */
    ICMP
}
