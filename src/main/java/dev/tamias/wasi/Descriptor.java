package dev.tamias.wasi;

import java.util.Set;

/** An open file or directory of a guest (wasi:filesystem/types, {@code descriptor}). */
sealed interface Descriptor extends AutoCloseable permits SandboxedDirectory, SandboxedFile {

    /** What it may be used for. */
    Set<DescriptorFlag> flags();

    /** Its attributes as they are now. */
    FileStat stat() throws FileError;

    /** Ends this descriptor's use of it. */
    @Override
    void close();
}
