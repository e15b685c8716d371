package dev.tamias.table.out;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;

/** The optional library of Arrow. */
final class ArrowLibrary {

    /** What Arrow's memory needs of the JVM. */
    static final String FLAG = "--add-opens=java.base/java.nio=ALL-UNNAMED";

    private ArrowLibrary() {}

    /**
     * A writer of Arrow.
     *
     * @throws HostException where the library is not there or the JVM does not let it work, saying what to
     *     add
     */
    static ValueWriter writer() {
        require(ArrowLibrary.class.getClassLoader());
        try {
            return new ArrowWriter();
        } catch (LinkageError | RuntimeException e) {
            throw new HostException(
                    Trouble.CONFIGURATION,
                    "Arrow cannot reach its memory (" + e + "); start Java with " + FLAG + ".",
                    e);
        }
    }

    /** Makes sure that it is on the class path. */
    static void require(ClassLoader loader) {
        try {
            Class.forName("org.apache.arrow.vector.ipc.ArrowFileWriter", false, loader);
            Class.forName("org.apache.arrow.memory.unsafe.UnsafeAllocationManager", false, loader);
        } catch (ClassNotFoundException e) {
            throw new HostException(
                    Trouble.CONFIGURATION,
                    "arrow(…) needs Arrow, which is not on the class path; add the dependencies"
                            + " org.apache.arrow:arrow-vector and org.apache.arrow:arrow-memory-unsafe,"
                            + " release 18.3.0 or newer, and start Java with "
                            + FLAG
                            + ".",
                    e);
        }
    }
}
