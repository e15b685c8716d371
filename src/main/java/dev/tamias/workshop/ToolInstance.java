package dev.tamias.workshop;

import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.CoreInstance;
import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.CoreModule;
import dev.tamias.engine.Deadline;
import dev.tamias.engine.Engine;
import dev.tamias.engine.Preview1;
import dev.tamias.engine.Unlinkable;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.model.GuestException;
import dev.tamias.model.Limits;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** One instance of the tool, for one call. */
final class ToolInstance implements AutoCloseable {

    /** An error of the tool is a text for people; this much is one. */
    private static final int LONGEST_REASON = 4_000;

    private final Engine engine;
    private final Limits limits;
    private final String doing;
    private final Preview1 preview1 = new Preview1();
    private final CoreInstance instance;
    private final CoreMemory memory;
    private int length;

    ToolInstance(Engine engine, CoreModule module, Limits limits, String doing) {
        this.engine = engine;
        this.limits = limits;
        this.doing = doing;
        this.instance =
                module.instantiate(
                        (from, name) -> preview1.function(name, type(module, name)), limits);
        if (!(instance.export("memory") instanceof CoreMemory exported)) {
            throw new Unlinkable("wasm-tools exports no memory", null);
        }
        this.memory = exported;
    }

    private static CoreType.Func type(CoreModule module, String name) {
        for (CoreBinary.Import each : module.imports()) {
            if (each.name().equals(name) && each.type() instanceof CoreType.Func func) {
                return func;
            }
        }
        throw new Unlinkable("wasm-tools imports \"" + name + "\", which is no function", null);
    }

    /** Runs calls under a deadline; a trap is the tool's panic, whose words are what it printed. */
    byte[] run(Supplier<byte[]> work) {
        try (Deadline deadline = engine.executor().deadline(limits.callTime())) {
            try {
                return work.get();
            } catch (GuestException e) {
                String output = preview1.output().strip();
                if (output.isEmpty()) {
                    throw deadline.explain(e, "wasm-tools");
                }
                throw Workshop.failed(doing, clipped(output));
            }
        }
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private CoreFunc function(String name) {
        if (instance.export(name) instanceof CoreFunc func) {
            return func;
        }
        throw new Unlinkable("wasm-tools exports no function \"" + name + "\"", null);
    }

    /** Memory of the tool's own, filled with zeros. */
    int reserve(int bytes) {
        int address = (int) function("cabi_realloc").call(0, 0, 4, Math.max(1, bytes))[0];
        memory.writeBytes(address, new byte[bytes], 0, bytes);
        return address;
    }

    /** Copies bytes into the tool; {@link #length} is theirs then. */
    int put(byte[] bytes) {
        int address = (int) function("cabi_realloc").call(0, 0, 4, Math.max(1, bytes.length))[0];
        memory.writeBytes(address, bytes, 0, bytes.length);
        length = bytes.length;
        return address;
    }

    int length() {
        return length;
    }

    /** Copies bytes, and writes their address and length. */
    void putAt(int place, byte[] bytes) {
        memory.writeInt(place, put(bytes));
        memory.writeInt(place + 4, bytes.length);
    }

    /** Writes {@code some(bytes)}. */
    void putOption(int place, byte[] bytes) {
        memory.writeByte(place, (byte) 1);
        putAt(place + 4, bytes);
    }

    /** Calls a function that gives the address of a result of bytes or of an error's text. */
    byte[] call(String name, int... arguments) {
        long[] flat = new long[arguments.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = arguments[i];
        }
        int result = (int) function(name).call(flat)[0];
        byte[] bytes = memory.readBytes(memory.readInt(result + 4), memory.readInt(result + 8));
        if (memory.readByte(result) != 0) {
            throw Workshop.failed(doing, clipped(new String(bytes, StandardCharsets.UTF_8)));
        }
        return bytes;
    }

    @Override
    public void close() {
        preview1.close();
    }
}
