package dev.tamias.component.property;

import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that hands back what it is given: nothing for nothing, a value for a value, and a tuple
 * for several. Borrowed handles may come behind; they are dropped.
 *
 * @param number of the function in its component
 * @param echoed types of the parameters that come back
 * @param lent a borrow for each further parameter
 */
record EchoFunc(int number, List<ValType> echoed, List<BorrowType> lent) {

    private static final int MAX_FLAT_PARAMS = 16;

    static EchoFunc of(int number, List<ValType> echoed) {
        return new EchoFunc(number, echoed, List.of());
    }

    static EchoFunc lending(int number, List<ValType> echoed, ResourceId resource, int count) {
        return new EchoFunc(number, echoed, Collections.nCopies(count, new BorrowType(resource)));
    }

    /** The name under which it takes its parameters and hands them back. */
    String echo() {
        return "echo" + number;
    }

    /** The name under which the result that is held is given, without parameters. */
    String give() {
        return "give" + number;
    }

    /** The name under which the parameters that are held are sent on. */
    String send() {
        return "send" + number;
    }

    /** Whether values of it mean the same in any instance and at any time. */
    boolean isTimeless() {
        return lent.isEmpty() && echoed.stream().noneMatch(Layout::hasHandle);
    }

    List<ValType> params() {
        List<ValType> params = new ArrayList<>(echoed);
        params.addAll(lent);
        return params;
    }

    @Nullable ValType result() {
        return switch (echoed.size()) {
            case 0 -> null;
            case 1 -> echoed.get(0);
            default -> new TupleType(echoed);
        };
    }

    /** The core values that the parameters are, however they are passed. */
    List<CoreValType> flatParams() {
        return Layout.flat(params());
    }

    boolean spillsParams() {
        return flatParams().size() > MAX_FLAT_PARAMS;
    }

    boolean spillsResult() {
        return Layout.flat(echoed).size() > 1;
    }

    /** What the core function takes. */
    List<CoreValType> coreParams() {
        return spillsParams() ? List.of(CoreValType.I32) : flatParams();
    }

    /** What the lifted core function returns: at most one. */
    List<CoreValType> coreResults() {
        return spillsResult() ? List.of(CoreValType.I32) : Layout.flat(echoed);
    }

    /** Where a borrow lies among the parameters that are passed through memory. */
    int lentOffset(int index) {
        int end = 0;
        for (ValType each : echoed) {
            end = Layout.alignTo(end, Layout.alignment(each)) + Layout.size(each);
        }
        return Layout.alignTo(end, 4) + 4 * index;
    }
}
