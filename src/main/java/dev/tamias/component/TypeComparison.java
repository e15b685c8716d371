package dev.tamias.component;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether value and function types of two binaries are equal (Explainer.md, "Type Checking"): of
 * one structure, with the same names, and with the same resource types in the same places.
 */
final class TypeComparison {

    private final ResourceScope given;
    private final ResourceScope wanted;
    private final LinkWork work;

    /** Pairs found equal before: types share their parts, and a shared part is looked into once. */
    private final IdentityHashMap<ValType, ValType> known = new IdentityHashMap<>();

    TypeComparison(ResourceScope given, ResourceScope wanted, LinkWork work) {
        this.given = given;
        this.wanted = wanted;
        this.work = work;
    }

    boolean same(FuncType left, FuncType right) {
        return sameNullable(left.result(), right.result())
                && all(
                        left.params(),
                        right.params(),
                        (one, other) ->
                                one.name().equals(other.name()) && same(one.type(), other.type()));
    }

    boolean same(ResourceId left, ResourceId right) {
        return given.get(left).equals(wanted.get(right));
    }

    boolean same(ValType left, ValType right) {
        work.step();
        if (left.getClass() != right.getClass()) {
            return false;
        }
        ValType before = known.get(left);
        if (before != null && identical(before, right)) {
            return true;
        }
        boolean same = sameParts(left, right);
        if (same) {
            known.put(left, right);
        }
        return same;
    }

    private static boolean identical(Object left, Object right) {
        return left == right;
    }

    /** Both are of one class. */
    private boolean sameParts(ValType left, ValType right) {
        if (left instanceof OwnType one && right instanceof OwnType other) {
            return same(one.resource(), other.resource());
        }
        if (left instanceof BorrowType one && right instanceof BorrowType other) {
            return same(one.resource(), other.resource());
        }
        if (left instanceof ListType one && right instanceof ListType other) {
            return same(one.element(), other.element());
        }
        if (left instanceof OptionType one && right instanceof OptionType other) {
            return same(one.element(), other.element());
        }
        if (left instanceof ResultType one && right instanceof ResultType other) {
            return sameNullable(one.ok(), other.ok()) && sameNullable(one.err(), other.err());
        }
        if (left instanceof TupleType one && right instanceof TupleType other) {
            return all(one.elements(), other.elements(), this::same);
        }
        if (left instanceof RecordType one && right instanceof RecordType other) {
            return all(
                    one.fields(),
                    other.fields(),
                    (a, b) -> a.name().equals(b.name()) && same(a.type(), b.type()));
        }
        if (left instanceof VariantType one && right instanceof VariantType other) {
            return all(
                    one.cases(),
                    other.cases(),
                    (a, b) -> a.name().equals(b.name()) && sameNullable(a.payload(), b.payload()));
        }
        return left.equals(right);
    }

    private boolean sameNullable(@Nullable ValType left, @Nullable ValType right) {
        return left == null || right == null ? left == null && right == null : same(left, right);
    }

    private static <T> boolean all(List<T> left, List<T> right, BiPredicate<T, T> same) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same.test(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether both are value, function or resource types and equal. */
    boolean same(AnyType left, AnyType right) {
        if (left instanceof AnyType.Value one && right instanceof AnyType.Value other) {
            return same(one.type(), other.type());
        }
        if (left instanceof AnyType.Func one && right instanceof AnyType.Func other) {
            return same(one.type(), other.type());
        }
        return left instanceof AnyType.Resource one
                && right instanceof AnyType.Resource other
                && same(one.id(), other.id());
    }
}
