package dev.tamias.engine.binary;

import java.util.ArrayList;
import java.util.List;

/**
 * A core module's bytes with what its type, import, function, table, memory, global, tag and export
 * sections say. Function bodies are not looked into: reading this costs microseconds and compiles
 * nothing.
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
    private final List<CoreType.Func> types;
    private final boolean plainTypes;
    private final List<Import> imports;
    private final List<Export> exports;

    CoreBinary(
            byte[] bytes,
            List<Section> sections,
            List<CoreType.Func> types,
            boolean plainTypes,
            List<Import> imports,
            List<Export> exports) {
        this.bytes = bytes;
        this.sections = List.copyOf(sections);
        this.types = List.copyOf(types);
        this.plainTypes = plainTypes;
        this.imports = List.copyOf(imports);
        this.exports = List.copyOf(exports);
    }

    /**
     * Reads a core module.
     *
     * @throws MalformedBinary with the offset within {@code bytes} where they are none
     */
    public static CoreBinary of(byte[] bytes) {
        return new CoreBinaryReader(bytes).read();
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

    /** The types of the type section; only its functions where {@link #plainTypes} is false. */
    public List<CoreType.Func> types() {
        return types;
    }

    /** Whether every type is a function of number, vector and simple reference types. */
    public boolean plainTypes() {
        return plainTypes;
    }

    public List<Import> imports() {
        return imports;
    }

    public List<Export> exports() {
        return exports;
    }

    /** The imports of one kind, in the order of that kind's index space. */
    <T extends CoreType> List<T> imported(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Import each : imports) {
            if (kind.isInstance(each.type())) {
                found.add(kind.cast(each.type()));
            }
        }
        return found;
    }
}
