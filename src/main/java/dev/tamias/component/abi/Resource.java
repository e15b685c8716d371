package dev.tamias.component.abi;

import org.jspecify.annotations.Nullable;

/**
 * The host's hold of a resource. An owned one stays until it is given away as an {@code own} or {@link
 * #drop() dropped}; a borrowed one only until the call that lent it returns.
 */
public final class Resource {

    private final ResourceType type;
    private final int rep;
    private final boolean owned;
    private @Nullable String gone;
    private int lends;

    private Resource(ResourceType type, int rep, boolean owned) {
        this.type = type;
        this.rep = rep;
        this.owned = owned;
    }

    /** A resource that the host owns: what a host function returns for a new resource. */
    public static Resource own(ResourceType type, int rep) {
        return new Resource(type, rep, true);
    }

    /** A resource that the host was lent, or lends without giving up its own hold. */
    public static Resource borrow(ResourceType type, int rep) {
        return new Resource(type, rep, false);
    }

    public ResourceType type() {
        return type;
    }

    /**
     * Its representation, by which the implementer knows it.
     *
     * @throws IllegalStateException where the hold has ended
     */
    public int rep() {
        requireHeld();
        return rep;
    }

    /** Whether the host owns it. */
    public boolean owned() {
        return owned;
    }

    /**
     * Ends the resource: its destructor runs. Without effect where the hold has ended before.
     *
     * @throws IllegalStateException while a call is under way that the resource is lent to
     */
    public void drop() {
        if (gone == null && owned) {
            requireNotLent();
            gone = "dropped";
            type.destroy(rep, null);
        }
    }

    /** Gives the resource away: the hold ends, the resource lives on. */
    int take() {
        if (!owned) {
            throw new IllegalArgumentException(
                    "a borrowed resource " + type.name() + " cannot be given away");
        }
        requireHeld();
        requireNotLent();
        gone = "given away";
        return rep;
    }

    /** Lends the resource to a guest, until {@link #endLoan()}. */
    int lend() {
        requireHeld();
        lends++;
        return rep;
    }

    /** The call has returned that the resource was lent to. */
    void endLoan() {
        lends--;
    }

    /** Ends a hold that was lent for a call. */
    void expire() {
        gone = "lent for a call that has returned";
    }

    private void requireNotLent() {
        if (lends > 0) {
            throw new IllegalStateException(
                    "the resource "
                            + type.name()
                            + " is lent to a guest whose call has not returned");
        }
    }

    private void requireHeld() {
        if (gone != null) {
            throw new IllegalStateException("the resource " + type.name() + " was " + gone);
        }
    }

    @Override
    public String toString() {
        return (owned ? "own " : "borrow ") + type.name() + " " + rep;
    }
}
