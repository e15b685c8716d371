package dev.tamias.workshop;

import dev.tamias.component.Component;
import dev.tamias.engine.Engine;
import dev.tamias.engine.binary.CoreBinary;
import dev.tamias.model.HostException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes components, with wasm-tools on our own engine:
 *
 * <pre>{@code
 * var workshop = Workshop.open();
 * byte[] plugin = workshop.componentNew(workshop.parse(wat));
 * }</pre>
 *
 * The tool is not a part of Tamias; {@code kernel/tamias workshop} installs it. Safe to use from any
 * thread; each call has a fresh instance, so that one that fails harms no other.
 */
public final class Workshop {

    /** The name of the imports that {@link #adapter} serves. */
    public static final String PREVIEW1 = "wasi_snapshot_preview1";

    private final Engine engine;
    private final ToolFiles files;
    private final WasmTools tools;

    private Workshop(Engine engine, ToolFiles files) {
        this.engine = engine;
        this.files = files;
        this.tools = new WasmTools(engine, files.wasmTools());
    }

    /**
     * The workshop as it is installed. The first one of a machine compiles the tool, in some seconds.
     *
     * @throws HostException where it is not installed, or its file is another; it names the command
     */
    public static Workshop open() {
        return new Workshop(Engine.shared(), ToolFiles.installed());
    }

    /** The workshop of a directory. */
    public static Workshop open(Path directory) {
        return new Workshop(Engine.shared(), ToolFiles.in(directory));
    }

    /** As {@link #open()}, where {@code kernel/tamias workshop} has installed it. */
    public static Optional<Workshop> installed() {
        ToolFiles files = ToolFiles.installed();
        return files.isInstalled()
                ? Optional.of(new Workshop(Engine.shared(), files))
                : Optional.empty();
    }

    /**
     * The binary of a text: of a core module or of a component.
     *
     * @throws HostException with line and column where the text is wrong
     */
    public byte[] parse(String wat) {
        return tools.parse(wat);
    }

    /** The text of a binary, of a core module or of a component. */
    public String print(byte[] binary) {
        return tools.print(binary);
    }

    /**
     * A component around a core module, which says in a custom section what it imports and exports, as
     * the bindings of wit-bindgen and {@link #embed} put it there. A module that imports WASI preview 1 has
     * it served by {@link #adapter}, where that is installed.
     *
     * @throws HostException with the reason where the module does not fit what it says
     */
    public byte[] componentNew(byte[] core) {
        Map<String, byte[]> adapters = new LinkedHashMap<>();
        boolean wanted =
                CoreBinary.of(core).imports().stream()
                        .anyMatch(each -> each.module().equals(PREVIEW1));
        if (wanted) {
            adapter().ifPresent(adapter -> adapters.put(PREVIEW1, adapter));
        }
        return componentNew(core, adapters);
    }

    /** The same with adapters, by the names of the modules whose imports they serve. */
    public byte[] componentNew(byte[] core, Map<String, byte[]> adapters) {
        return tools.componentNew(core, adapters);
    }

    /**
     * A core module with a world, for {@link #componentNew}.
     *
     * @param wit WIT text that holds the world and all that it uses; further packages in braces, as in
     *     {@code package a:b@0.1.0 { … }}
     */
    public byte[] embed(byte[] core, String wit, String world) {
        return tools.embed(core, wit, world);
    }

    /**
     * As {@link #embed(byte[], String, String)}, with WIT from a folder.
     *
     * @param wit the folder of a package, which has those that it uses in folders below {@code deps}
     * @param world its name; with its package where that is another, as in {@code a:b/world}
     */
    public byte[] embed(byte[] core, Path wit, String world) {
        return embed(core, WitFolder.text(wit), world);
    }

    /** The world of a component, as WIT text. */
    public String wit(byte[] component) {
        return tools.wit(component);
    }

    /** The adapter that serves WASI preview 1 with WASI 0.2, if it is installed. */
    public Optional<byte[]> adapter() {
        return files.adapter();
    }

    /**
     * Whether a binary is valid, by our own reading of it and, for a component, by that of wasm-tools too.
     *
     * @throws TamiasException with the first broken rule, where it is not
     */
    public void validate(byte[] binary) {
        if (binary.length > 4 && binary[4] == 1) {
            CoreBinary.of(binary);
            return;
        }
        Component.of(engine, binary);
        wit(binary);
    }

    static HostException failed(String doing, String reason) {
        return new HostException(
                Trouble.WORKSHOP, "wasm-tools cannot " + doing + ": " + ToolError.sentence(reason));
    }
}
