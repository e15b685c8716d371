package dev.tamias.component.abi;

import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Rule;
import java.util.Arrays;
import java.util.List;

/** Gives new memory at each call, and spoils what it takes back. */
final class MovingRealloc implements CoreFunc.HostCode {

    private static final byte GONE = (byte) 0xee;

    private final CoreMemory memory;
    private final List<List<Long>> calls;
    private int next = GuestMemory.START;

    MovingRealloc(CoreMemory memory, List<List<Long>> calls) {
        this.memory = memory;
        this.calls = calls;
    }

    @Override
    public long[] call(long[] arguments) {
        calls.add(Arrays.stream(arguments).boxed().toList());
        int old = (int) arguments[0];
        int oldLength = (int) arguments[1];
        int alignment = (int) arguments[2];
        int length = (int) arguments[3];
        int ptr = next + alignment - 1 & -alignment;
        next = ptr + length;
        Rule.trapIf(next > memory.size(), "out of memory");
        byte[] kept = memory.readBytes(old, Math.min(oldLength, length));
        memory.writeBytes(ptr, kept, 0, kept.length);
        byte[] gone = new byte[oldLength];
        Arrays.fill(gone, GONE);
        memory.writeBytes(old, gone, 0, gone.length);
        return new long[] {ptr};
    }
}
