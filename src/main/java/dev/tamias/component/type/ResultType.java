package dev.tamias.component.type;

import org.jspecify.annotations.Nullable;

/** A success or a failure, each with or without a value. */
public record ResultType(@Nullable ValType ok, @Nullable ValType err) implements ValType {
    @Override
    public String toString() {
        if (ok == null && err == null) {
            return "result";
        }
        String left = ok == null ? "_" : ok.toString();
        return err == null ? "result<" + left + ">" : "result<" + left + ", " + err + ">";
    }
}
