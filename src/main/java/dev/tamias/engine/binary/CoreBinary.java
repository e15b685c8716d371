package dev.tamias.engine.binary;

import java.util.List;

/**
 * The bytes of a valid core module, with what it imports and exports.
 *
 * <p>All of it is validated before it is compiled, function bodies too, mostly when it is read. The rules
 * are those of the core specification, version 3.0 (vectors, exceptions, tail calls, garbage
 * collection, 64-bit memories and the rest), and of the threads proposal. Whether the engine runs the
 * module is another question, which {@link TypeSpace} and the compiler answer.
 *
 * <p>A function has at most 50,000 locals, 1,000 parameters and 1,000 results, a struct 10,000 fields,
 * a type 63 supertypes, {@code array.new_fixed} 10,000 operands, as in other engines. A function body
 * has at most 2^20 values on its stack, and matching types takes at most 64 steps for a byte of the
 * module.
 */
public final class CoreBinary {

    /** An import; both names are opaque strings. */
    public record Import(String module, String name, CoreType type) {}

    /** An export. */
    public record Export(String name, CoreType type) {}

    /** A section: its id and where its content starts and ends in the module's bytes. */
    public record Section(int id, int start, int end) {}

    private final byte[] bytes;
    private final List<Section> sections;
    private final List<Import> imports;
    private final List<Export> exports;
    private boolean bodiesUnseen;

    CoreBinary(byte[] bytes, List<Section> sections, List<Import> imports, List<Export> exports) {
        this.bytes = bytes;
        this.sections = List.copyOf(sections);
        this.imports = List.copyOf(imports);
        this.exports = List.copyOf(exports);
    }

    /**
     * Reads and validates a core module, in time and memory that grow with its size.
     *
     * @throws MalformedBinary where the bytes are not in the binary format
     * @throws InvalidModule where a validation rule is broken
     * @throws UnsupportedFeature where it uses a proposal that is not known here: legacy exception
     *     handling, stack switching, custom page sizes, custom descriptors, compact imports, memory
     *     control, wide arithmetic, shared-everything threads
     */
    public static CoreBinary of(byte[] bytes) {
        return new CoreBinaryReader(bytes).read();
    }

    /**
     * As {@link #of}, but for the bodies of functions, which {@link #validateBodies} validates: for bytes
     * that were found valid before, whose code may be at hand.
     */
    public static CoreBinary withBodiesUnseen(byte[] bytes) {
        CoreBinary module =
                new CoreBinaryReader(
                                bytes,
                                (function, type, body, context, validator) ->
                                        body.skip(body.remaining()))
                        .read();
        module.bodiesUnseen = true;
        return module;
    }

    /**
     * Validates the bodies of the functions, unless that was done.
     *
     * @throws RejectedBinary as {@link #of}
     */
    public synchronized void validateBodies() {
        if (bodiesUnseen) {
            new CoreBinaryReader(bytes).read();
            bodiesUnseen = false;
        }
    }

    /** The module as it was given, not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes the module takes. */
    public int size() {
        return bytes.length;
    }

    public List<Section> sections() {
        return sections;
    }

    public List<Import> imports() {
        return imports;
    }

    public List<Export> exports() {
        return exports;
    }
}
