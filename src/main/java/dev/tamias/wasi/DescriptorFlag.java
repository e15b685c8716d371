package dev.tamias.wasi;

/** What a descriptor was opened for (wasi:filesystem/types, {@code descriptor-flags}, in its order). */
enum DescriptorFlag {
    READ,
    WRITE,
    FILE_INTEGRITY_SYNC,
    DATA_INTEGRITY_SYNC,
    REQUESTED_WRITE_SYNC,
    MUTATE_DIRECTORY
}
