package dev.tamias.wasi;

import dev.tamias.model.GuestException;
import dev.tamias.model.Trouble;

/** A guest ended itself (wasi:cli/exit). Its instance is of no further use, whatever the code. */
public final class ExitException extends GuestException {

    private static final long serialVersionUID = 1L;

    private final int code;

    ExitException(int code) {
        super(Trouble.CONTRACT, "the guest ended itself with exit code " + code);
        this.code = code;
    }

    /** The code, from 0 to 255; 0 says success. */
    public int code() {
        return code;
    }
}
