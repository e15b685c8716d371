package dev.tamias.model;

/** How much a plugin is asked to log, most severe first (chipmunk:shared/logging, {@code level}). */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
