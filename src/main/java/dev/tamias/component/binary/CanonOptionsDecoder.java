package dev.tamias.component.binary;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code canonopt}s (Binary.md, "Canonical Definitions"; CanonicalABI.md, "canonopt
 * Validation").
 */
final class CanonOptionsDecoder {

    private static final CoreType.Func REALLOC =
            new CoreType.Func(
                    List.of(CoreValType.I32, CoreValType.I32, CoreValType.I32, CoreValType.I32),
                    List.of(CoreValType.I32));

    /**
     * Options with what their rules need.
     *
     * @param postReturn the type of that function
     */
    record Options(CanonicalOptions canonical, CoreType.@Nullable Func postReturn) {

        /** Rejects options that lack what the values' types need. */
        void require(int offset, FlatTypes.Signature signature) {
            if (signature.memory() && canonical.memory() == null) {
                throw BrokenRule.invalid(offset, "a memory is needed and not given");
            }
            if (signature.realloc() && canonical.realloc() == null) {
                throw BrokenRule.invalid(offset, "a realloc function is needed and not given");
            }
        }

        /** Rejects a post-return function that does not take what {@code core} returns. */
        void checkPostReturn(int offset, CoreType.Func core) {
            if (postReturn != null
                    && !postReturn.expand().equals(new CoreType.Func(core.results(), List.of()))) {
                throw BrokenRule.invalid(
                        offset,
                        "the post-return function is of type "
                                + postReturn
                                + " and is to take "
                                + core.results());
            }
        }
    }

    private final ComponentScope scope;
    private @Nullable StringEncoding encoding;
    private @Nullable Integer memory;
    private @Nullable Integer realloc;
    private @Nullable Integer postReturn;

    CanonOptionsDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    Options read(BinaryReader in) {
        int start = in.position();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            option(in);
        }
        if (realloc != null && memory == null) {
            throw BrokenRule.invalid(start, "a realloc function is given without a memory");
        }
        CanonicalOptions canonical =
                new CanonicalOptions(
                        encoding == null ? StringEncoding.UTF8 : encoding,
                        memory,
                        realloc,
                        postReturn);
        return new Options(
                canonical, postReturn == null ? null : scope.coreFuncs.get(start, postReturn));
    }

    private void option(BinaryReader in) {
        int offset = in.position();
        int opcode = in.u8();
        switch (opcode) {
            case 0x00 -> encode(offset, StringEncoding.UTF8);
            case 0x01 -> encode(offset, StringEncoding.UTF16);
            case 0x02 -> encode(offset, StringEncoding.LATIN1_UTF16);
            case 0x03 -> memory = memory(in, offset);
            case 0x04 -> realloc = realloc(in, offset);
            case 0x05 -> {
                once(offset, postReturn == null, "post-return");
                postReturn = in.index();
                scope.coreFuncs.get(offset, postReturn);
            }
            case 0x06 -> throw BrokenRule.unsupported(offset, "option async");
            case 0x07 -> throw BrokenRule.unsupported(offset, "option callback");
            case 0x08 -> throw BrokenRule.unsupported(offset, "option core-type");
            case 0x09 -> throw BrokenRule.unsupported(offset, "option gc");
            default -> throw Tokens.unknown(offset, opcode, "canonical option");
        }
    }

    private void encode(int offset, StringEncoding given) {
        once(offset, encoding == null, "string-encoding");
        encoding = given;
    }

    private int memory(BinaryReader in, int offset) {
        once(offset, memory == null, "memory");
        int index = in.index();
        CoreType.Memory type = scope.coreMemories.get(offset, index);
        if (type.address64()) {
            throw BrokenRule.unsupported(offset, "64-bit memory");
        }
        if (type.shared()) {
            throw BrokenRule.invalid(offset, "a shared memory is given, and values need their own");
        }
        return index;
    }

    private int realloc(BinaryReader in, int offset) {
        once(offset, realloc == null, "realloc");
        int index = in.index();
        CoreType.Func type = scope.coreFuncs.get(offset, index);
        if (!type.expand().equals(REALLOC)) {
            throw BrokenRule.invalid(
                    offset, "a realloc function is of type " + type + ", not " + REALLOC);
        }
        return index;
    }

    private static void once(int offset, boolean first, String title) {
        if (!first) {
            throw BrokenRule.invalid(offset, "option " + title + " is given twice");
        }
    }
}
