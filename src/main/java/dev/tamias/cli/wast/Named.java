package dev.tamias.cli.wast;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind by the names that a script gives them, and the latest of them. What should be
 * there and is not, since its command did not pass, is remembered with the reason: what needs it is
 * skipped where it was skipped, and fails where it failed.
 */
final class Named<T> {

    private static final Verdict MADE = Verdict.pass("");

    private record Slot<T>(@Nullable T thing, Verdict made) {}

    /** Something that a command needs is not there. */
    static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Verdict reason;

        private Missing(String what, Verdict reason) {
            super(what + " is missing: " + reason.detail());
            this.reason = reason;
        }

        /** Why it is not there. */
        Verdict reason() {
            return reason;
        }

        /** What the command that needs it comes to: skipped where the other was, else failed. */
        Verdict verdict() {
            String detail = String.valueOf(getMessage());
            return reason.kind() == Verdict.Kind.SKIP ? Verdict.skip(detail) : Verdict.fail(detail);
        }
    }

    private final String kind;
    private final Map<String, Slot<T>> slots = new HashMap<>();
    private @Nullable Slot<T> latest;

    /** @param kind what a person calls such a thing */
    Named(String kind) {
        this.kind = kind;
    }

    /** Keeps a thing as the latest, and under its name where it has one. */
    void put(@Nullable String name, T thing) {
        keep(name, new Slot<>(thing, MADE));
    }

    /** Remembers that there is no such thing, and why. */
    void lose(@Nullable String name, Verdict why) {
        keep(name, new Slot<>(null, why));
    }

    /** All that there was is gone. */
    void loseAll(Verdict why) {
        slots.replaceAll((name, slot) -> new Slot<>(null, why));
        latest = new Slot<>(null, why);
    }

    private void keep(@Nullable String name, Slot<T> slot) {
        latest = slot;
        if (name != null) {
            slots.put(name, slot);
        }
    }

    /**
     * What has that name, the latest where none is given.
     *
     * @throws Missing where there is nothing
     */
    T get(@Nullable String name) {
        Slot<T> slot = name == null ? latest : slots.get(name);
        String title = name == null ? "the latest " + kind : kind + " \"" + name + "\"";
        if (slot == null) {
            throw new Missing(title, Verdict.fail("the script makes none"));
        }
        return present(slot, title);
    }

    /**
     * What has that name, null where nothing was ever to have it.
     *
     * @throws Missing where something was
     */
    @Nullable T find(String name) {
        Slot<T> slot = slots.get(name);
        return slot == null ? null : present(slot, kind + " \"" + name + "\"");
    }

    private T present(Slot<T> slot, String title) {
        if (slot.thing() != null) {
            return slot.thing();
        }
        throw new Missing(title, slot.made());
    }
}
