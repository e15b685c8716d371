package dev.tamias.component.abi;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Rule;
import dev.tamias.engine.Trap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handles of one component instance (CanonicalABI.md, "Table State"); index 0 is never used. */
final class HandleTable {

    static final int MAX_LENGTH = (1 << 28) - 1;

    /** An element of the table (CanonicalABI.md, "Resource State"). */
    static final class ResourceHandle {
        final ResourceType type;
        final int rep;
        final boolean own;
        final @Nullable BorrowScope borrowScope;
        int lends;

        ResourceHandle(ResourceType type, int rep, boolean own, @Nullable BorrowScope borrowScope) {
            this.type = type;
            this.rep = rep;
            this.own = own;
            this.borrowScope = borrowScope;
        }
    }

    private final int limit;
    private @Nullable ResourceHandle[] array = new @Nullable ResourceHandle[16];
    private int length = 1;
    private int[] free = new int[8];
    private int freeCount;

    /** @param limit most handles at a time */
    HandleTable(int limit) {
        this.limit = limit;
    }

    /** How many handles it holds. */
    int size() {
        return length - 1 - freeCount;
    }

    /** Takes all handles out, in the order of their indices. */
    List<ResourceHandle> drain() {
        List<ResourceHandle> all = new ArrayList<>();
        for (int i = 1; i < length; i++) {
            ResourceHandle handle = array[i];
            if (handle != null) {
                all.add(handle);
                remove(i);
            }
        }
        return all;
    }

    /** @param index unsigned */
    ResourceHandle get(int index) {
        ResourceHandle handle = index < 0 || index >= length ? null : array[index];
        if (handle == null) {
            throw new Trap("unknown handle index " + Integer.toUnsignedString(index));
        }
        return handle;
    }

    int add(ResourceHandle handle) {
        if (size() >= limit) {
            throw LimitExceeded.of("handles", "the guest holds more than " + limit + " handles");
        }
        int index = freeCount > 0 ? free[--freeCount] : append();
        array[index] = handle;
        return index;
    }

    private int append() {
        Rule.trapIf(length > MAX_LENGTH, "too many handles");
        if (length == array.length) {
            array = Arrays.copyOf(array, length * 2);
        }
        return length++;
    }

    ResourceHandle remove(int index) {
        ResourceHandle handle = get(index);
        array[index] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = index;
        return handle;
    }
}
