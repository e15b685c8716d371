package dev.tamias.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Says which error a file operation ended with. */
final class Errors {

    /** A file operation. */
    interface Operation {
        void run() throws FileError;
    }

    private Errors() {}

    static void expect(ErrorCode code, Operation operation) {
        try {
            operation.run();
        } catch (FileError error) {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.getMessage()).doesNotContain("/");
            assertThat(error.getCause()).isNull();
            return;
        }
        fail("no error where " + code + " is expected");
    }
}
