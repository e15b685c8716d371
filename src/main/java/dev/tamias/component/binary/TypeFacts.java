package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import java.util.Collection;
import java.util.IdentityHashMap;

/**
 * What the rules want to know of a whole type, computed once for each: types share their parts, so
 * a few bytes can state a type that is huge when written out.
 */
final class TypeFacts {

    /**
     * @param depth 1 for a type without parts
     * @param size parts, each counted as often as it is mentioned
     * @param borrows whether a handle is lent somewhere in it
     * @param resources whether it mentions any resource type
     */
    record Facts(int depth, int size, boolean borrows, boolean resources) {

        static final Facts LEAF = new Facts(1, 1, false, false);

        private Facts with(Facts part) {
            return new Facts(
                    Math.max(depth, part.depth + 1),
                    (int) Math.min((long) size + part.size, Integer.MAX_VALUE),
                    borrows || part.borrows,
                    resources || part.resources);
        }
    }

    private final DecodeLimits limits;
    private final IdentityHashMap<Object, Facts> known = new IdentityHashMap<>();

    TypeFacts(DecodeLimits limits) {
        this.limits = limits;
    }

    /** Rejects a type beyond the limits. */
    void check(int offset, AnyType type) {
        check(offset, of(type));
    }

    void check(int offset, ExternType type) {
        check(offset, of(type));
    }

    private void check(int offset, Facts facts) {
        if (facts.depth > limits.typeDepth()) {
            throw BrokenRule.invalid(
                    offset, "a type is nested deeper than " + limits.typeDepth() + " levels");
        }
        if (facts.size > limits.typeSize()) {
            throw BrokenRule.invalid(
                    offset,
                    "a type has more than " + limits.typeSize() + " parts when written out");
        }
    }

    Facts of(AnyType type) {
        if (type instanceof AnyType.Value value) {
            return of(value.type());
        }
        if (type instanceof AnyType.Func func) {
            return of(func.type());
        }
        if (type instanceof AnyType.Instance instance) {
            return of(instance.type());
        }
        if (type instanceof AnyType.Component component) {
            return of(component.type());
        }
        return new Facts(1, 1, false, true);
    }

    Facts of(ExternType type) {
        if (type instanceof ExternType.Func func) {
            return of(func.type());
        }
        if (type instanceof ExternType.Instance instance) {
            return of(instance.type());
        }
        if (type instanceof ExternType.Component component) {
            return of(component.type());
        }
        if (type instanceof ExternType.Type bounded) {
            return bounded.bound() instanceof TypeBound.Equal equal
                    ? of(equal.type())
                    : new Facts(1, 1, false, true);
        }
        return Facts.LEAF;
    }

    Facts of(ValType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            boolean borrows = type instanceof BorrowType;
            facts =
                    values(
                            new Facts(1, 1, borrows, borrows || type instanceof OwnType),
                            TypeParts.of(type));
            known.put(type, facts);
        }
        return facts;
    }

    Facts of(FuncType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            facts = values(Facts.LEAF, TypeParts.of(type));
            known.put(type, facts);
        }
        return facts;
    }

    private Facts of(ExternType.InstanceType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            facts = externs(Facts.LEAF, type.exports().values());
            known.put(type, facts);
        }
        return facts;
    }

    private Facts of(ExternType.ComponentType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            facts = externs(externs(Facts.LEAF, type.imports().values()), type.exports().values());
            known.put(type, facts);
        }
        return facts;
    }

    private Facts values(Facts start, Collection<ValType> parts) {
        Facts facts = start;
        for (ValType part : parts) {
            facts = facts.with(of(part));
        }
        return facts;
    }

    private Facts externs(Facts start, Collection<ExternType> parts) {
        Facts facts = start;
        for (ExternType part : parts) {
            facts = facts.with(of(part));
        }
        return facts;
    }
}
