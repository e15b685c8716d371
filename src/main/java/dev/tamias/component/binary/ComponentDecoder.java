package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.engine.binary.MalformedBinary;
import dev.tamias.engine.binary.RejectedBinary;
import dev.tamias.model.Trouble;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decodes and validates components in one pass (Binary.md): an index is checked against its space
 * as it is used, and types are resolved on the way.
 */
public final class ComponentDecoder {

    private static final int MODULE_VERSION = 0x1;
    private static final int COMPONENT_VERSION = 0x1000d;
    private static final int PREAMBLE_BYTES = 8;

    private final DecodeState state;

    private ComponentDecoder(DecodeState state) {
        this.state = state;
    }

    /**
     * Decodes and validates a component.
     *
     * @throws MalformedComponent where the bytes are not in the component binary format
     * @throws InvalidComponent where a validation rule is broken or a feature is not supported
     */
    public static ComponentBinary decode(byte[] bytes) {
        return decode(bytes, DecodeLimits.DEFAULTS);
    }

    /**
     * Decodes a component that was found valid before: the bodies of its core modules' functions are
     * validated when they are compiled, and not where their code is in the engine's cache.
     *
     * @throws MalformedComponent as {@link #decode(byte[])}
     * @throws InvalidComponent as {@link #decode(byte[])}
     */
    public static ComponentBinary decodeKnown(byte[] bytes) {
        return decode(bytes, new DecodeState(DecodeLimits.DEFAULTS, bytes.length, true));
    }

    static ComponentBinary decode(byte[] bytes, DecodeLimits limits) {
        return decode(bytes, new DecodeState(limits, bytes.length, false));
    }

    private static ComponentBinary decode(byte[] bytes, DecodeState state) {
        BinaryReader in = new BinaryReader(bytes);
        ComponentBinary root =
                new ComponentDecoder(state).component(in, ComponentScope.root(state));
        return counted(root, state.resources.count());
    }

    /** The component, and those nested in it, with the number of ids that is only now known. */
    private static ComponentBinary counted(ComponentBinary component, int resourceIds) {
        List<Definition> definitions =
                component.definitions().stream()
                        .map(
                                each ->
                                        each instanceof Definition.Component nested
                                                ? new Definition.Component(
                                                        counted(nested.component(), resourceIds))
                                                : each)
                        .toList();
        return new ComponentBinary(definitions, component.type(), resourceIds);
    }

    private ComponentBinary component(BinaryReader in, ComponentScope scope) {
        inSection("preamble", in, this::preamble);
        while (!in.atEnd()) {
            int start = in.position();
            int[] header = new int[2];
            inSection(
                    "section header",
                    in,
                    reader -> {
                        header[0] = reader.u8();
                        header[1] = reader.count();
                    });
            BinaryReader content = in.slice(header[1]);
            inSection(
                    Place.section(header[0]),
                    content,
                    reader -> {
                        section(start, header[0], reader, scope);
                        if (!reader.atEnd()) {
                            throw BrokenRule.malformed(
                                    reader.position(),
                                    reader.remaining()
                                            + " bytes are left over at the section's end");
                        }
                    });
        }
        ComponentBinary component =
                new ComponentBinary(scope.definitions, scope.componentType(), 0);
        scope.close();
        return component;
    }

    /** Reads a part of a component; what goes wrong there is reported with the part's name. */
    private void inSection(String section, BinaryReader in, Consumer<BinaryReader> part) {
        try {
            part.accept(in);
        } catch (MalformedBinary e) {
            throw new MalformedComponent(e.offset(), section, reason(e), e);
        } catch (BrokenRule e) {
            int offset = e.offset() == BrokenRule.UNKNOWN ? in.position() : e.offset();
            throw e.trouble() == Trouble.MALFORMED_COMPONENT
                    ? new MalformedComponent(offset, section, e.sentence(), null)
                    : new InvalidComponent(e.trouble(), offset, section, e.sentence());
        }
    }

    /** Without the offset, which the new message states itself. */
    private static String reason(MalformedBinary e) {
        String sentence = e.sentence();
        String start = "At byte " + e.offset() + ": ";
        return sentence.startsWith(start) ? sentence.substring(start.length()) : sentence;
    }

    private void preamble(BinaryReader in) {
        int start = in.position();
        if (in.remaining() < PREAMBLE_BYTES || number(in) != 0x6d736100) {
            throw BrokenRule.malformed(
                    start,
                    "this is no WebAssembly component: it does not start with \\0asm and a"
                            + " version");
        }
        int version = number(in);
        if (version == MODULE_VERSION) {
            throw BrokenRule.malformed(
                    start + PREAMBLE_BYTES / 2,
                    "this is a core WebAssembly module, not a component; build it for a component"
                            + " target such as wasm32-wasip2, or wrap it with wasm-tools component"
                            + " new");
        }
        if (version != COMPONENT_VERSION) {
            throw BrokenRule.malformed(
                    start + PREAMBLE_BYTES / 2,
                    "version 0x"
                            + Integer.toHexString(version)
                            + " of the component format is not known, only 0x"
                            + Integer.toHexString(COMPONENT_VERSION));
        }
    }

    private static int number(BinaryReader in) {
        return in.u8() | in.u8() << 8 | in.u8() << 16 | in.u8() << 24;
    }

    private void section(int start, int id, BinaryReader in, ComponentScope scope) {
        switch (id) {
            case 0 -> custom(in);
            case 1 -> coreModule(in, scope);
            case 2 -> each(in, new CoreInstanceDecoder(scope)::define);
            case 3 -> each(in, new CoreTypeDecoder(scope)::define);
            case 4 -> nested(in, scope);
            case 5 -> each(in, new InstanceDecoder(scope)::define);
            case 6 -> each(in, new AliasDecoder(scope)::define);
            case 7 -> each(in, new TypeDecoder(scope)::define);
            case 8 -> each(in, new CanonDecoder(scope)::define);
            case 9 -> throw BrokenRule.unsupported(start, "start function");
            case 10 -> each(in, new PortDecoder(scope)::defineImport);
            case 11 -> each(in, new PortDecoder(scope)::defineExport);
            case 12 -> throw BrokenRule.unsupported(start, "value definition");
            default -> throw Tokens.unknown(start, id, "section of a component");
        }
    }

    private static void each(BinaryReader in, Consumer<BinaryReader> definition) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            definition.accept(in);
        }
    }

    private void custom(BinaryReader in) {
        Tokens.name(in, state.limits);
        in.skip(in.remaining());
    }

    private static void coreModule(BinaryReader in, ComponentScope scope) {
        int start = in.position();
        int end = start + in.remaining();
        CoreBinary module = coreBinary(in.copy(start, end), start, scope.state.known);
        in.skip(in.remaining());
        ModuleScope type = new ModuleScope(scope.state.limits);
        for (CoreBinary.Import each : module.imports()) {
            type.addImport(start, each.module(), each.name(), each.type());
        }
        for (CoreBinary.Export each : module.exports()) {
            type.addExport(start, each.name(), each.type());
        }
        scope.coreModules.add(start, type.type());
        scope.definitions.add(new Definition.CoreModule(module));
    }

    private static CoreBinary coreBinary(byte[] bytes, int start, boolean known) {
        try {
            return known ? CoreBinary.withBodiesUnseen(bytes) : CoreBinary.of(bytes);
        } catch (MalformedBinary e) {
            throw new MalformedComponent(
                    start + Math.max(e.offset(), 0), Place.section(1), reason(e), e);
        } catch (RejectedBinary e) {
            throw BrokenRule.ofModule(start, e);
        }
    }

    private void nested(BinaryReader in, ComponentScope scope) {
        int start = in.position();
        ComponentBinary component =
                component(in, scope.nested(start, ComponentScope.Kind.COMPONENT));
        ExternType.Component type = new ExternType.Component(component.type());
        scope.state.facts.check(start, type);
        scope.components.add(start, component.type());
        scope.definitions.add(new Definition.Component(component));
    }
}
