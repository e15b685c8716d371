package dev.tamias.host.v0_1_0;

import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.abi.Val;
import dev.tamias.host.Configuration;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.LogLevel;
import dev.tamias.model.SemanticVersion;
import java.util.List;

/** The functions that both plugin interfaces have: {@code get-version}, {@code get-config-schemas} and {@code init}. */
final class CommonFuncs {

    private final Func getVersion;
    private final Func getConfigSchemas;
    private final Func init;

    CommonFuncs(Instance instance, String export) {
        getVersion = SharedBindings.func(instance, export, "get-version");
        getConfigSchemas = SharedBindings.func(instance, export, "get-config-schemas");
        init = SharedBindings.func(instance, export, "init");
    }

    SemanticVersion version() {
        return SharedBindings.version(SharedBindings.result(getVersion.call(), "get-version"));
    }

    ConfigSchema schema() {
        return ConfigBindings.schema(
                SharedBindings.result(getConfigSchemas.call(), "get-config-schemas"));
    }

    /** The first argument is a record of the log level alone: {@code parser-config} and {@code source-config}. */
    void init(LogLevel level, Configuration configuration) {
        Val general = new Val.Record(List.of(SharedBindings.level(level)));
        Val items = ConfigBindings.items(configuration);
        SharedBindings.requireInitialised(SharedBindings.result(init.call(general, items), "init"));
    }
}
