package dev.tamias.component.abi;

/** Is shown what a guest's functions return to the host, before the guest frees it. */
@FunctionalInterface
public interface ReturnWatch {

    /** Looks at a value, and has the guest free it by {@link ReturnedValue#free}. */
    void returned(ReturnedValue value);
}
