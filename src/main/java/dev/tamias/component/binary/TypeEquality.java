package dev.tamias.component.binary;

import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether two value or function types are equal: as {@code equals} of the types has it, but
 * counting the work, since types share their parts.
 */
final class TypeEquality {

    private final DecodeState state;

    TypeEquality(DecodeState state) {
        this.state = state;
    }

    /** Whether the two are one object, which spares a look into them. */
    static boolean identical(Object left, Object right) {
        return left == right;
    }

    boolean same(FuncType left, FuncType right) {
        return identical(left, right)
                || sameNames(left, right)
                        && (left.result() == null) == (right.result() == null)
                        && sameParts(TypeParts.of(left), TypeParts.of(right));
    }

    private static boolean sameNames(FuncType left, FuncType right) {
        List<FuncType.Param> some = left.params();
        List<FuncType.Param> others = right.params();
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(i -> some.get(i).name().equals(others.get(i).name()));
    }

    boolean same(ValType left, ValType right) {
        state.work();
        return identical(left, right)
                || left.getClass() == right.getClass()
                        && sameShape(left, right)
                        && sameParts(TypeParts.of(left), TypeParts.of(right));
    }

    private boolean sameParts(List<ValType> left, List<ValType> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Equal but for their parts, which are compared for themselves; both are of one class. */
    private boolean sameShape(ValType left, ValType right) {
        if (left instanceof RecordType one && right instanceof RecordType other) {
            return sameLabels(labels(one), labels(other));
        }
        if (left instanceof VariantType one && right instanceof VariantType other) {
            return sameLabels(labels(one), labels(other));
        }
        if (left instanceof EnumType one && right instanceof EnumType other) {
            return sameLabels(one.labels(), other.labels());
        }
        if (left instanceof ResultType one && right instanceof ResultType other) {
            return (one.ok() == null) == (other.ok() == null)
                    && (one.err() == null) == (other.err() == null);
        }
        boolean whole =
                left instanceof FlagsType
                        || left instanceof OwnType
                        || left instanceof BorrowType
                        || left instanceof PrimType;
        return !whole || left.equals(right);
    }

    private boolean sameLabels(List<String> left, List<String> right) {
        state.work(left.size());
        return left.equals(right);
    }

    private static List<String> labels(RecordType type) {
        return type.fields().stream().map(RecordType.Field::name).toList();
    }

    /** With a mark where a case has no payload. */
    private static List<String> labels(VariantType type) {
        return type.cases().stream()
                .map(each -> each.payload() == null ? each.name() + "!" : each.name())
                .toList();
    }
}
