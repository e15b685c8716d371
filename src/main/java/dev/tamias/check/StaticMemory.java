package dev.tamias.check;

import dev.tamias.component.Component;
import dev.tamias.component.binary.Definition;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.CoreType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a plugin's memory is no heap, as LLVM's linker lays it out: what is there from the start
 * (constants and initialised variables), other variables, and the stack, which grows down from where
 * the first global, {@code __stack_pointer}, starts.
 *
 * @param constants what the module's data segments fill
 * @param top where the stack begins; 0 where that is not known
 */
record StaticMemory(List<Range> constants, long top) {

    /** Addresses, the last one excluded. */
    record Range(long from, long to) {}

    /** The least size that LLVM's linker gives a stack where it is not told another. */
    private static final int STACK_BYTES = 64 << 10;

    private static final int GLOBALS = 6;
    private static final int DATA = 11;
    private static final int I32 = 0x7f;
    private static final int VARIABLE = 1;
    private static final int I32_CONST = 0x41;
    private static final int END = 0x0b;

    /** Of the core module that has functions to free what it handed out; empty where none has. */
    static Optional<StaticMemory> of(Component component) {
        for (Definition each : component.binary().definitions()) {
            if (each instanceof Definition.CoreModule core && frees(core.module())) {
                CoreBinary module = core.module();
                return Optional.of(new StaticMemory(constants(module), top(module)));
            }
        }
        return Optional.empty();
    }

    private static boolean frees(CoreBinary module) {
        return module.exports().stream().anyMatch(each -> each.name().startsWith("cabi_post_"));
    }

    /** What lies at an address that the heap does not hold; null where that cannot be told. */
    @Nullable String place(long address) {
        for (Range each : constants) {
            if (address >= each.from() && address < each.to()) {
                return "a constant or a variable";
            }
        }
        if (address >= top) {
            return null;
        }
        // Variables lie below the stack, or else above it, where the heap follows at no known
        // address.
        boolean stackFirst = constants.stream().anyMatch(each -> each.from() >= top);
        return stackFirst || address >= top - STACK_BYTES ? "the stack" : "a variable";
    }

    /** Before the first element's count; a section that is not there has none. */
    private static BinaryReader section(CoreBinary module, int id) {
        for (CoreBinary.Section each : module.sections()) {
            if (each.id() == id) {
                BinaryReader in = new BinaryReader(module.bytes());
                in.skip(each.start());
                return in;
            }
        }
        return new BinaryReader(new byte[] {0});
    }

    private static long top(CoreBinary module) {
        boolean imports =
                module.imports().stream().anyMatch(each -> each.type() instanceof CoreType.Global);
        BinaryReader in = section(module, GLOBALS);
        boolean found =
                !imports
                        && in.count() > 0
                        && in.u8() == I32
                        && in.u8() == VARIABLE
                        && in.u8() == I32_CONST;
        long address = found ? address(in) : 0;
        return found && in.u8() == END ? address : 0;
    }

    private static List<Range> constants(CoreBinary module) {
        List<Range> found = new ArrayList<>();
        BinaryReader in = section(module, DATA);
        for (int left = in.count(); left > 0; left--) {
            // Of the memory that a module has: active, and at a number. All else ends the search.
            if (in.u8() != 0 || in.u8() != I32_CONST) {
                break;
            }
            long from = address(in);
            if (in.u8() != END) {
                break;
            }
            int length = in.count();
            in.skip(length);
            found.add(new Range(from, from + length));
        }
        return found;
    }

    private static long address(BinaryReader in) {
        return Integer.toUnsignedLong((int) in.signed(32));
    }
}
