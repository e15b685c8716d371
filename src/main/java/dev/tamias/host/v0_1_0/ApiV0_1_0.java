package dev.tamias.host.v0_1_0;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.type.FuncType;
import dev.tamias.host.ByteSourceGuest;
import dev.tamias.host.ParserGuest;
import dev.tamias.host.PluginApi;
import dev.tamias.host.PluginExport;
import dev.tamias.host.PluginImports;
import dev.tamias.model.PluginType;
import dev.tamias.model.SemanticVersion;
import java.util.Map;

/** Version 0.1.0 and what is compatible with it. */
public final class ApiV0_1_0 implements PluginApi {

    private static final String TRACK = new SemanticVersion(0, 1, 0).compatibilityTrack();

    private static final String SANDBOX = "chipmunk:shared/sandbox@";

    @Override
    public String title() {
        return TRACK + ".x";
    }

    @Override
    public boolean serves(PluginExport export) {
        return export.version().compatibilityTrack().equals(TRACK);
    }

    @Override
    public Map<String, FuncType> exports(PluginType type) {
        return type == PluginType.PARSER ? InterfaceTypes.PARSER : InterfaceTypes.BYTE_SOURCE;
    }

    @Override
    public Map<String, Map<String, FuncType>> imports() {
        return InterfaceTypes.IMPORTS;
    }

    @Override
    public boolean wantsTemporaryDirectory(Component component) {
        return component.imports().keySet().stream().anyMatch(name -> name.startsWith(SANDBOX));
    }

    @Override
    public void link(Linker linker, PluginImports imports) {
        SharedBindings.link(linker, imports);
    }

    @Override
    public ParserGuest parser(Instance instance, PluginExport export) {
        return new ParserBindings(instance, export.name());
    }

    @Override
    public ByteSourceGuest byteSource(Instance instance, PluginExport export) {
        return new ByteSourceBindings(instance, export.name());
    }
}
