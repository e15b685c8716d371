package dev.tamias.component;

import dev.tamias.component.binary.ComponentBinary;
import dev.tamias.component.binary.ComponentDecoder;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.model.ComponentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component, ready to be linked and instantiated any number of times, from any thread. Its core
 * modules are compiled when it is first instantiated, or by {@link #compile()}; the functions of large
 * ones when they are called. Example: {@code
 * ComponentExample} among the tests.
 */
public final class Component {

    private final Engine engine;
    private final ComponentBinary binary;
    private final @Nullable Frame outer;
    private @Nullable CompiledComponent compiled;

    private Component(Engine engine, ComponentBinary binary) {
        this.engine = engine;
        this.binary = binary;
        this.outer = null;
    }

    /** A component that an instance exports. */
    Component(Engine engine, ComponentItem item) {
        this.engine = engine;
        this.binary = item.binary();
        this.outer = item.outer();
        this.compiled = item.compiled();
    }

    /**
     * Decodes and validates a component; compiles nothing.
     *
     * @throws ComponentException where the bytes are no valid component, with the offset
     */
    public static Component of(Engine engine, byte[] bytes) {
        return new Component(engine, ComponentDecoder.decode(bytes));
    }

    /**
     * Decodes a component that was found valid before: function bodies are validated when they are
     * compiled, and not where their code is in the engine's cache, which knows them by digest.
     *
     * @throws ComponentException where the bytes are no valid component, with the offset
     */
    public static Component ofKnown(Engine engine, byte[] bytes) {
        return new Component(engine, ComponentDecoder.decodeKnown(bytes));
    }

    /** What it imports, in its order. */
    public Map<String, ExternType> imports() {
        return binary.type().imports();
    }

    /** What it exports, in its order. */
    public Map<String, ExternType> exports() {
        return binary.type().exports();
    }

    /** The type of a function of an instance that it exports. */
    public Optional<FuncType> funcType(String instanceExport, String name) {
        return export(instanceExport, name) instanceof ExternType.Func func
                ? Optional.of(func.type())
                : Optional.empty();
    }

    /** A value type that an instance which it exports gives a name to, such as a record. */
    public Optional<ValType> valType(String instanceExport, String name) {
        ExternType type = export(instanceExport, name);
        return Optional.ofNullable(type == null ? null : TypeNames.definition(type));
    }

    private @Nullable ExternType export(String instanceExport, String name) {
        return exports().get(instanceExport) instanceof ExternType.Instance instance
                ? instance.type().exports().get(name)
                : null;
    }

    /**
     * What it imports and exports, with all types, as text close to WIT: what {@code kernel/tamias
     * describe} prints.
     */
    public String world() {
        return WorldText.of(binary.type());
    }

    /** Its core modules, those of nested components too. */
    public List<CoreBinary> modules() {
        return List.copyOf(compiled().modules());
    }

    /** What it was decoded to. */
    public ComponentBinary binary() {
        return binary;
    }

    /** The engine that compiles and runs it. */
    public Engine engine() {
        return engine;
    }

    /**
     * Compiles its core modules and codecs, unless that was done before: a matter of a second, of
     * milliseconds where the engine's cache knows them. The functions of large modules follow when they
     * are called. Where it imports core
     * modules or components, it is compiled together with what a linker gives it, and that is done
     * by {@link Linker#instantiatePre}.
     *
     * @throws ComponentException where a core module is not valid
     */
    public void compile() {
        item().linked(engine, List.of());
    }

    /**
     * Deletes the code of its core modules from the engine's cache on disk. Instances go on, and whoever
     * uses it again compiles it again.
     */
    public void forgetCode() {
        LinkedModules.forgetCode(engine, compiled().modules());
    }

    ComponentItem item() {
        return new ComponentItem(compiled(), binary, outer);
    }

    private synchronized CompiledComponent compiled() {
        if (compiled == null) {
            compiled = new CompiledComponent(binary);
        }
        return compiled;
    }
}
