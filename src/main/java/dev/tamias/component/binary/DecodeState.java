package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.ExternType.InstanceType;
import java.util.IdentityHashMap;

/** What the scopes of one binary share while it is decoded. */
final class DecodeState {

    final DecodeLimits limits;
    final ResourceIds resources = new ResourceIds();
    final TypeFacts facts;
    final FlatTypes flat = new FlatTypes(this);
    private final IdentityHashMap<ComponentType, InstanceType> made = new IdentityHashMap<>();

    /** Whether the binary was found valid before, so that function bodies need not be looked at. */
    final boolean known;

    private final long mostWork;
    private long work;

    /**
     * @param size of the binary in bytes
     */
    DecodeState(DecodeLimits limits, int size, boolean known) {
        this.limits = limits;
        this.known = known;
        this.mostWork = limits.typeWork() + (long) limits.typeWorkPerByte() * size;
        this.facts = new TypeFacts(limits);
    }

    /** What an instance of the component exports, types still as the component says. */
    InstanceType made(ComponentType component) {
        return made.computeIfAbsent(component, each -> new InstanceType(each.exports()));
    }

    /** Counts a part of a type that is compared or replaced. */
    void work() {
        work(1);
    }

    /** Counts so many parts. */
    void work(int parts) {
        work += parts;
        if (work > mostWork) {
            throw BrokenRule.invalid(
                    BrokenRule.UNKNOWN,
                    "comparing and replacing the component's types takes more than "
                            + mostWork
                            + " steps, the limit for its size");
        }
    }
}
