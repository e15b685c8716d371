package dev.tamias.engine.binary;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a module anew with another type section and numbered imports; see {@link TypeSpace}. */
final class ModuleRewriter {

    private final CoreBinary module;
    private final byte[] source;
    private final byte[] typeSection;
    private final int[] renumbered;

    ModuleRewriter(CoreBinary module, byte[] typeSection, int[] renumbered) {
        this.module = module;
        this.source = module.bytes();
        this.typeSection = typeSection;
        this.renumbered = renumbered;
    }

    byte[] rewrite() {
        BinaryWriter out = new BinaryWriter(source.length + typeSection.length).bytes(source, 0, 8);
        for (CoreBinary.Section section : module.sections()) {
            byte[] content = content(section);
            out.u8(section.id());
            if (content == null) {
                out.u32(section.end() - section.start())
                        .bytes(source, section.start(), section.end());
            } else {
                out.u32(content.length).bytes(content);
            }
        }
        return out.toBytes();
    }

    /** The section's new content, or null where it stays as it is. */
    private byte @Nullable [] content(CoreBinary.Section section) {
        return switch (section.id()) {
            case CoreBinaryReader.TYPE -> typeSection;
            case CoreBinaryReader.IMPORT -> imports(section);
            case CoreBinaryReader.FUNCTION -> functions(section);
            case CoreBinaryReader.TAG -> tags(section);
            case CoreBinaryReader.CODE -> code(section);
            default -> null;
        };
    }

    private BinaryReader reader(CoreBinary.Section section) {
        BinaryReader reader = new BinaryReader(source);
        reader.skip(section.start());
        return reader.slice(section.end() - section.start());
    }

    private int type(int index) {
        if (index >= renumbered.length) {
            throw new MalformedBinary(-1, "unknown type " + index + " of " + renumbered.length);
        }
        return renumbered[index];
    }

    private byte[] imports(CoreBinary.Section section) {
        BinaryReader in = reader(section);
        BinaryWriter out = new BinaryWriter(section.end() - section.start());
        int count = in.count();
        out.u32(count);
        for (int i = 0; i < count; i++) {
            in.name();
            in.name();
            name(out, "tamias import " + i);
            int start = in.position();
            int kind = in.u8();
            if (kind == 4) {
                in.u8();
            }
            if (kind == 0 || kind == 4) {
                out.bytes(source, start, in.position()).u32(type(in.index()));
            } else {
                skipImportType(in, kind);
                out.bytes(source, start, in.position());
            }
        }
        return out.toBytes();
    }

    /**
     * Names the import by its number. Names are opaque, those that components use may be empty or stand
     * twice in one module, and Chicory takes an empty one for an encoding of a later proposal. It also
     * checks a function from another instance against that instance's export of the import's name, so
     * the number alone would not do: a component's shim exports "0", "1", ...
     */
    private static void name(BinaryWriter out, String number) {
        byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
        out.u32(1).u8('i').u32(bytes.length).bytes(bytes);
    }

    private static void skipImportType(BinaryReader in, int kind) {
        if (kind == 3) {
            in.skip(2);
            return;
        }
        if (kind == 1) {
            in.u8();
        }
        int flags = in.u8();
        in.u64();
        if ((flags & 1) != 0) {
            in.u64();
        }
    }

    private byte[] functions(CoreBinary.Section section) {
        BinaryReader in = reader(section);
        BinaryWriter out = new BinaryWriter(section.end() - section.start());
        int count = in.count();
        out.u32(count);
        for (int i = 0; i < count; i++) {
            out.u32(type(in.index()));
        }
        return out.toBytes();
    }

    private byte[] tags(CoreBinary.Section section) {
        BinaryReader in = reader(section);
        BinaryWriter out = new BinaryWriter(section.end() - section.start());
        int count = in.count();
        out.u32(count);
        for (int i = 0; i < count; i++) {
            out.u8(in.u8()).u32(type(in.index()));
        }
        return out.toBytes();
    }

    private byte[] code(CoreBinary.Section section) {
        BinaryReader in = reader(section);
        BinaryWriter out = new BinaryWriter(section.end() - section.start());
        int count = in.count();
        out.u32(count);
        for (int i = 0; i < count; i++) {
            BinaryReader body = in.slice(in.count());
            BinaryWriter rewritten = new BinaryWriter(body.remaining());
            new CodeWalker(body, source, rewritten, this::type).body();
            byte[] bytes = rewritten.toBytes();
            out.u32(bytes.length).bytes(bytes);
        }
        return out.toBytes();
    }
}
