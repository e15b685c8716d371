package dev.tamias.component.binary;

/** What the scopes of one binary share while it is decoded. */
final class DecodeState {

    final DecodeLimits limits;
    final ResourceIds resources = new ResourceIds();
    final TypeFacts facts;
    final FlatTypes flat = new FlatTypes();
    private long work;

    DecodeState(DecodeLimits limits) {
        this.limits = limits;
        this.facts = new TypeFacts(limits);
    }

    /** Counts a part of a type that is compared or renamed. */
    void work() {
        work++;
        if (work > limits.typeWork()) {
            throw BrokenRule.invalid(
                    BrokenRule.UNKNOWN, "the component's types are too large in all");
        }
    }
}
