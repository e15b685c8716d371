package dev.tamias.check;

import dev.tamias.component.Component;
import dev.tamias.component.abi.ReturnWatch;
import dev.tamias.component.abi.ReturnedValue;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.Trap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a plugin hands out that is none of its heap's, and that it then frees nevertheless. It ends
 * the instance at the first such block, by a trap, and spares later instances the freeing of such blocks.
 */
final class HeapWatch implements ReturnWatch {

    private static final int PROBE_BYTES = 64;

    private final Component component;
    private final StaticMemory memory;
    private final Set<FuncType> harmless = new HashSet<>();
    private boolean apart;
    private @Nullable String found;

    private HeapWatch(Component component, StaticMemory memory) {
        this.component = component;
        this.memory = memory;
    }

    /** Empty where the component frees nothing. */
    static Optional<HeapWatch> of(Component component) {
        return StaticMemory.of(component).map(memory -> new HeapWatch(component, memory));
    }

    /** What was found, as the sentence's subject and its place; null where nothing was. */
    @Nullable String found() {
        return found;
    }

    @Override
    public void returned(ReturnedValue value) {
        ReturnedValue.Block suspect = suspect(value);
        if (suspect == null) {
            value.free();
        } else if (found != null) {
            // Known: left where it is, so that what else there is to know is not for a broken heap.
            return;
        } else if (value.frees(suspect)) {
            String place = memory.place(Integer.toUnsignedLong(suspect.address()));
            found = name(value.type()) + " hands out " + place + suspect(suspect.path());
            throw new Trap("freed " + place);
        } else {
            // Its allocator does not mind, or leaves it alone.
            harmless.add(value.type());
        }
    }

    private static String suspect(String path) {
        return path.isEmpty() ? "" : ", as " + (path.startsWith(".") ? path.substring(1) : path);
    }

    private ReturnedValue.@Nullable Block suspect(ReturnedValue value) {
        List<ReturnedValue.Block> blocks = value.blocks();
        apart = apart || allocatesApart(value, blocks);
        for (ReturnedValue.Block each : blocks) {
            boolean judged = !value.isFreed() || harmless.contains(value.type());
            if (apart && !judged && !isOfHeap(each.address())) {
                return each;
            }
        }
        return null;
    }

    private boolean isOfHeap(int address) {
        return memory.place(Integer.toUnsignedLong(address)) == null;
    }

    /** There are allocators that have a variable as their heap. */
    private boolean allocatesApart(ReturnedValue value, List<ReturnedValue.Block> blocks) {
        if (blocks.stream().anyMatch(each -> isOfHeap(each.address()))) {
            return true;
        }
        int allocated = value.allocate(PROBE_BYTES);
        return allocated != 0 && isOfHeap(allocated);
    }

    private String name(FuncType type) {
        for (ExternType each : component.exports().values()) {
            if (each instanceof ExternType.Instance instance) {
                for (var export : instance.type().exports().entrySet()) {
                    if (export.getValue() instanceof ExternType.Func func
                            && func.type().equals(type)) {
                        return export.getKey();
                    }
                }
            }
        }
        return "a function";
    }
}
