package dev.tamias.component.property;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.binary.BinaryWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a component, a definition at a time, each into a section of its own. Indices are counted by
 * the caller; those of types by {@link TypeWriter}.
 */
final class ComponentWriter {

    static final int SORT_FUNC = 1;
    static final int SORT_TYPE = 3;
    static final int SORT_INSTANCE = 5;

    static final int CORE_FUNC = 0;
    static final int CORE_MEMORY = 2;

    /** Something under a name: an argument of an instantiation, or an export. */
    record Named(String name, int sort, int index) {}

    private final BinaryWriter out =
            new BinaryWriter(4096).bytes(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0});

    private ComponentWriter section(int id, BinaryWriter content) {
        byte[] bytes = content.toBytes();
        out.u8(id).u32(bytes.length).bytes(bytes);
        return this;
    }

    private static BinaryWriter one() {
        return new BinaryWriter(64).u32(1);
    }

    static BinaryWriter name(BinaryWriter out, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return out.u32(bytes.length).bytes(bytes);
    }

    ComponentWriter coreModule(byte[] module) {
        return section(1, new BinaryWriter(module.length).bytes(module));
    }

    ComponentWriter component(byte[] component) {
        return section(4, new BinaryWriter(component.length).bytes(component));
    }

    /** @param arguments each a core instance */
    ComponentWriter coreInstance(int module, List<Named> arguments) {
        BinaryWriter content = one().u8(0).u32(module).u32(arguments.size());
        arguments.forEach(each -> name(content, each.name()).u8(0x12).u32(each.index()));
        return section(2, content);
    }

    /** A core instance put together of what there is. */
    ComponentWriter coreInstance(List<Named> exports) {
        BinaryWriter content = one().u8(1).u32(exports.size());
        exports.forEach(each -> name(content, each.name()).u8(each.sort()).u32(each.index()));
        return section(2, content);
    }

    ComponentWriter instance(int component, List<Named> arguments) {
        BinaryWriter content = one().u8(0).u32(component).u32(arguments.size());
        arguments.forEach(each -> name(content, each.name()).u8(each.sort()).u32(each.index()));
        return section(5, content);
    }

    ComponentWriter aliasCore(int coreSort, int coreInstance, String name) {
        return section(6, name(one().u8(0).u8(coreSort).u8(1).u32(coreInstance), name));
    }

    ComponentWriter alias(int sort, int instance, String name) {
        return section(6, name(one().u8(sort).u8(0).u32(instance), name));
    }

    ComponentWriter type(byte[] type) {
        return section(7, one().bytes(type));
    }

    ComponentWriter importResource(String name) {
        return section(10, name(one().u8(0), name).u8(3).u8(1));
    }

    ComponentWriter importInstance(String name, int type) {
        return section(10, name(one().u8(0), name).u8(5).u32(type));
    }

    ComponentWriter export(Named item) {
        return section(11, name(one().u8(0), item.name()).u8(item.sort()).u32(item.index()).u8(0));
    }

    ComponentWriter resourceDrop(int type) {
        return section(8, one().u8(3).u32(type));
    }

    /** With memory 0. */
    ComponentWriter lower(int func, StringEncoding encoding, int realloc) {
        BinaryWriter content = one().u8(1).u8(0).u32(func).u32(3);
        return section(8, options(content, encoding, realloc));
    }

    /** With memory 0. */
    ComponentWriter lift(int coreFunc, StringEncoding encoding, int realloc, int type) {
        BinaryWriter content = one().u8(0).u8(0).u32(coreFunc).u32(3);
        return section(8, options(content, encoding, realloc).u32(type));
    }

    /** With memory 0. */
    ComponentWriter lift(
            int coreFunc, StringEncoding encoding, int realloc, int postReturn, int type) {
        BinaryWriter content = one().u8(0).u8(0).u32(coreFunc).u32(4);
        options(content, encoding, realloc).u8(5).u32(postReturn);
        return section(8, content.u32(type));
    }

    private static BinaryWriter options(
            BinaryWriter content, StringEncoding encoding, int realloc) {
        int option =
                switch (encoding) {
                    case UTF8 -> 0;
                    case UTF16 -> 1;
                    case LATIN1_UTF16 -> 2;
                };
        return content.u8(option).u8(3).u32(0).u8(4).u32(realloc);
    }

    byte[] bytes() {
        return out.toBytes();
    }
}
