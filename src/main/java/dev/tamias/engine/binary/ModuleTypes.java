package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types that a module defines, and which of them match others (core specification, "Matching").
 *
 * <p>Equal types have several indices. All {@link TypeCode}s that leave this class are {@link
 * #resolve resolved}: their index is the first one of an equal type, so that equal types are equal
 * ints.
 */
final class ModuleTypes {

    /** How many types may extend each other in a chain; all engines have this limit. */
    private static final int DEEPEST = 63;

    /**
     * How many steps it may take to match types that are not equal. Three bytes can make a thousand types
     * be matched with a thousand others, each by way of 63 supertypes; no compiler writes such code.
     */
    private static final long WORK = 1_000_000;

    private static final long WORK_PER_BYTE = 64;

    private final List<SubType> types = new ArrayList<>();
    private final List<@Nullable GroupForm> forms = new ArrayList<>();
    private final Map<GroupForm, Integer> groups = new HashMap<>();
    private final Map<Integer, CoreType.Func> funcs = new HashMap<>();
    private final DefinedTypes defined = new DefinedTypes(this);
    private int[] first = new int[16];
    private int[] depths = new int[16];
    private long work;

    /**
     * @param moduleSize bytes of the module, by which the work on matching types is bounded
     */
    ModuleTypes(long moduleSize) {
        this.work = WORK + WORK_PER_BYTE * moduleSize;
    }

    int size() {
        return types.size();
    }

    /** The type under an index that is known to be one. */
    SubType get(int index) {
        return types.get(index);
    }

    /**
     * The type under an index.
     *
     * @throws InvalidModule where there is none
     */
    SubType get(int index, int offset) {
        if (index >= types.size()) {
            throw new InvalidModule(offset, "unknown type " + index + " of " + types.size());
        }
        return types.get(index);
    }

    /** The function type under an index. */
    SubType func(int index, int offset) {
        SubType type = get(index, offset);
        if (!type.isFunc()) {
            throw new InvalidModule(offset, "type " + index + " is no function type");
        }
        return type;
    }

    /** The heap type under an index that is known to be one. */
    int heap(int index) {
        return TypeCode.concrete(first[index]);
    }

    /** The same type, by the first index that an equal type has. */
    int resolve(int type, int offset) {
        if (!TypeCode.isConcrete(type)) {
            return type;
        }
        int index = TypeCode.index(type);
        get(index, offset);
        return type - index + first[index];
    }

    /** The first index that an equal type has. */
    int first(int index) {
        return first[index];
    }

    /** The form of the group that starts at an index; null where an equal one stands before it. */
    @Nullable GroupForm form(int index) {
        return forms.get(index);
    }

    /**
     * Adds a recursion group.
     *
     * @param group where its types refer to each other, it is by their future indices
     */
    void add(List<SubType> group, GroupForm form, int offset) {
        int start = types.size();
        int end = start + group.size();
        if (start == end) {
            return;
        }
        int same = groups.computeIfAbsent(form, key -> start);
        if (end > first.length) {
            first = Arrays.copyOf(first, Math.max(end, 2 * first.length));
            depths = Arrays.copyOf(depths, first.length);
        }
        for (int i = start; i < end; i++) {
            first[i] = same + i - start;
            types.add(same == start ? group.get(i - start) : types.get(first[i]));
            forms.add(same == start && i == start ? form : null);
        }
        for (int i = start; i < end && same == start; i++) {
            if (types.get(i).supertype != SubType.NO_SUPERTYPE) {
                checkSupertype(i, types.get(i), offset);
            }
        }
    }

    private void checkSupertype(int index, SubType type, int offset) {
        SubType supertype = types.get(type.supertype);
        depths[index] = depths[first[type.supertype]] + 1;
        if (depths[index] > DEEPEST) {
            throw new InvalidModule(offset, "more than " + DEEPEST + " types extend each other");
        }
        if (!supertype.open) {
            throw new InvalidModule(
                    offset, "type " + index + " extends type " + type.supertype + ", a final one");
        }
        if (!extendsType(type, supertype)) {
            throw new InvalidModule(
                    offset,
                    "type " + index + " does not match type " + type.supertype + ", its supertype");
        }
    }

    private boolean extendsType(SubType type, SubType supertype) {
        if (type.kind != supertype.kind || type.params.length < supertype.params.length) {
            return false;
        }
        if (type.isFunc()) {
            return matches(supertype.params, type.params)
                    && matches(type.results, supertype.results);
        }
        for (int i = 0; i < supertype.params.length; i++) {
            boolean fits =
                    type.mutable[i] == supertype.mutable[i]
                            && (type.mutable[i]
                                    ? type.params[i] == supertype.params[i]
                                    : matches(type.params[i], supertype.params[i]));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Whether values of the first types can be used as those of the second. */
    boolean matches(int[] types, int[] wanted) {
        if (Arrays.equals(types, wanted)) {
            return true;
        }
        if (types.length != wanted.length) {
            return false;
        }
        spend(types.length);
        for (int i = 0; i < types.length; i++) {
            if (!matches(types[i], wanted[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value of the first type can be used as one of the second; both are resolved. */
    boolean matches(int type, int wanted) {
        if (type == wanted || type == TypeCode.BOTTOM) {
            return true;
        }
        spend(1);
        return TypeCode.isReference(type)
                && TypeCode.isReference(wanted)
                && (TypeCode.isNullable(wanted) || !TypeCode.isNullable(type))
                && matchesHeap(TypeCode.heap(type), TypeCode.heap(wanted));
    }

    private boolean matchesHeap(int heap, int wanted) {
        if (heap == wanted || heap == TypeCode.BOTTOM) {
            return true;
        }
        if (!TypeCode.isConcrete(wanted)) {
            return TypeCode.isBelow(TypeCode.isConcrete(heap) ? abstracted(heap) : heap, wanted);
        }
        if (!TypeCode.isConcrete(heap)) {
            return TypeCode.isBottomOf(heap, types.get(TypeCode.index(wanted)).kind);
        }
        int index = TypeCode.index(heap);
        while (types.get(index).supertype != SubType.NO_SUPERTYPE) {
            spend(1);
            index = first[types.get(index).supertype];
            if (index == TypeCode.index(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Counts steps that are not in proportion to the bytes that ask for them. */
    void spend(int steps) {
        work -= steps;
        if (work < 0) {
            throw new InvalidModule(-1, "its types take too long to match");
        }
    }

    private int abstracted(int heap) {
        return TypeCode.heap(types.get(TypeCode.index(heap)).kind);
    }

    /** The highest heap type above a heap type. */
    int top(int heap) {
        int type = TypeCode.isConcrete(heap) ? abstracted(heap) : heap;
        return switch (type) {
            case TypeCode.FUNC, TypeCode.NOFUNC -> TypeCode.FUNC;
            case TypeCode.EXTERN, TypeCode.NOEXTERN -> TypeCode.EXTERN;
            case TypeCode.EXN, TypeCode.NOEXN -> TypeCode.EXN;
            default -> TypeCode.ANY;
        };
    }

    /** The type that stands for a resolved one outside of the module. */
    CoreValType valType(int type) {
        boolean concrete = TypeCode.isConcrete(type);
        return CoreValType.Reference.of(type, concrete ? defined.get(TypeCode.index(type)) : null);
    }

    /** The function type that stands for the one under an index outside of the module. */
    CoreType.Func func(int index) {
        return funcs.computeIfAbsent(first[index], this::newFunc);
    }

    private CoreType.Func newFunc(int index) {
        SubType type = types.get(index);
        GroupForm form = forms.get(index);
        boolean plain = form != null && form.isPlain();
        return new CoreType.Func(
                valTypes(type.params), valTypes(type.results), plain ? null : defined.get(index));
    }

    private List<CoreValType> valTypes(int[] codes) {
        List<CoreValType> list = new ArrayList<>(codes.length);
        for (int each : codes) {
            list.add(valType(each));
        }
        return list;
    }
}
