package dev.tamias.wasi;

/** How a file is to be opened (wasi:filesystem/types, {@code open-flags}, in its order). */
enum OpenFlag {
    CREATE,
    DIRECTORY,
    EXCLUSIVE,
    TRUNCATE
}
