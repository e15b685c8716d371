package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.Collection;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

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
     * @param nominal whether it mentions any type that must have a name, resource types included
     */
    record Facts(int depth, int size, boolean borrows, boolean resources, boolean nominal) {

        static final Facts LEAF = new Facts(1, 1, false, false, false);
        static final Facts RESOURCE = new Facts(1, 1, false, true, true);

        private Facts with(Facts part) {
            return new Facts(
                    Math.max(depth, part.depth + 1),
                    (int) Math.min((long) size + part.size, Integer.MAX_VALUE),
                    borrows || part.borrows,
                    resources || part.resources,
                    nominal || part.nominal);
        }
    }

    private final DecodeLimits limits;
    private final IdentityHashMap<Object, Facts> known = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Object> origins = new IdentityHashMap<>();

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
        return Facts.RESOURCE;
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
                    : Facts.RESOURCE;
        }
        return Facts.LEAF;
    }

    Facts of(ValType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            facts = values(alone(type), TypeParts.of(type));
            known.put(type, facts);
        }
        return facts;
    }

    /** Without its parts. */
    private static Facts alone(ValType type) {
        boolean borrows = type instanceof BorrowType;
        boolean handle = borrows || type instanceof OwnType;
        return new Facts(1, 1, borrows, handle, handle || mustHaveName(type));
    }

    /** Whether it cannot be seen from outside without a name of its own. */
    static boolean mustHaveName(ValType type) {
        return type instanceof RecordType
                || type instanceof VariantType
                || type instanceof EnumType
                || type instanceof FlagsType;
    }

    /** The type under a name of its own, of which everything is known that is known of it. */
    AnyType named(AnyType type, String name) {
        AnyType named = type.named(name);
        if (type instanceof AnyType.Value value && named instanceof AnyType.Value copy) {
            known.put(copy.type(), of(value.type()));
        }
        origins.put(identity(named), identity(type));
        return named;
    }

    /** What was given another name; null where {@code typeOrId} is no name given to a type. */
    @Nullable Object origin(Object typeOrId) {
        return origins.get(typeOrId);
    }

    /** The object that is told from others: resource types are told by their ids. */
    private static Object identity(AnyType type) {
        return type instanceof AnyType.Resource resource ? resource.id() : type;
    }

    Facts of(FuncType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            facts = values(Facts.LEAF, TypeParts.of(type));
            known.put(type, facts);
        }
        return facts;
    }

    Facts of(ExternType.InstanceType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            facts = externs(Facts.LEAF, type.exports().values());
            known.put(type, facts);
        }
        return facts;
    }

    Facts of(ExternType.ComponentType type) {
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
