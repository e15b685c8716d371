package dev.tamias.engine;

/**
 * A rule that a guest may break: {@code trap_if} of the specification's CanonicalABI.md. Not a method of
 * {@link Trap}, since HotSpot's second compiler inlines no method of an exception's class elsewhere, and
 * these are asked for every string and list.
 */
public final class Rule {

    private Rule() {}

    /**
     * Traps where a rule is broken: one line for one rule.
     *
     * @throws Trap with {@code reason} where {@code broken}
     */
    public static void trapIf(boolean broken, String reason) {
        if (broken) {
            throw new Trap(reason);
        }
    }
}
