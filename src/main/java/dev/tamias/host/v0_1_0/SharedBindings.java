package dev.tamias.host.v0_1_0;

import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.host.PluginImports;
import dev.tamias.model.GuestException;
import dev.tamias.model.GuestText;
import dev.tamias.model.HostException;
import dev.tamias.model.InitException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What parsers and byte sources have in common: {@code chipmunk:shared}. */
final class SharedBindings {

    /** The cases of {@code init-error}, in their order. */
    private static final List<InitException.Kind> INIT_ERRORS =
            List.of(
                    InitException.Kind.CONFIGURATION,
                    InitException.Kind.IO,
                    InitException.Kind.UNSUPPORTED,
                    InitException.Kind.OTHER);

    /** The cases of {@code level}, in their order. */
    private static final List<LogLevel> LEVELS =
            List.of(LogLevel.ERROR, LogLevel.WARN, LogLevel.INFO, LogLevel.DEBUG, LogLevel.TRACE);

    private SharedBindings() {}

    /** {@code logging.log} and {@code sandbox.temp-directory}. */
    static void link(Linker linker, PluginImports imports) {
        linker.instance("chipmunk:shared/logging@0.1.0")
                .func("log", arguments -> log(arguments, imports));
        linker.instance("chipmunk:shared/sandbox@0.1.0")
                .func("temp-directory", arguments -> temporaryDirectory(imports));
    }

    private static @Nullable Val log(List<Val> arguments, PluginImports imports) {
        LogLevel level = LEVELS.get(((Val.EnumCase) arguments.get(0)).index());
        imports.log(level, text(arguments.get(1)));
        return null;
    }

    private static Val temporaryDirectory(PluginImports imports) {
        try {
            return Val.Result.ok(new Val.Str(imports.temporaryDirectory()));
        } catch (HostException e) {
            return Val.Result.err(new Val.Str(e.sentence()));
        }
    }

    /** An exported function; the validator of the plugin has seen that it is there. */
    static Func func(Instance instance, String export, String name) {
        return instance.func(export, name)
                .orElseThrow(
                        () ->
                                new HostException(
                                        Trouble.NOT_A_PLUGIN,
                                        "The plugin exports \""
                                                + export
                                                + "\" without its function \""
                                                + name
                                                + "\"."));
    }

    /** The result of a function that has one. */
    static Val result(@Nullable Val value, String function) {
        if (value == null) {
            throw new GuestException(
                    Trouble.CONTRACT,
                    "The plugin's function \""
                            + function
                            + "\" has no result and should have one.");
        }
        return value;
    }

    static SemanticVersion version(Val value) {
        List<Val> fields = ((Val.Record) value).fields();
        return new SemanticVersion(u16(fields.get(0)), u16(fields.get(1)), u16(fields.get(2)));
    }

    private static int u16(Val value) {
        return ((Val.U16) value).value();
    }

    static String text(Val value) {
        return ((Val.Str) value).value();
    }

    /** The plugin's own words, or an empty text. */
    static String words(@Nullable Val text) {
        return text == null ? "" : GuestText.oneLine(text(text));
    }

    static Val level(LogLevel level) {
        return new Val.EnumCase(LEVELS.indexOf(level));
    }

    /** Throws what {@code init} answered, where it is an error. */
    static void requireInitialised(Val result) {
        Val.Result answer = (Val.Result) result;
        if (!answer.isOk() && answer.value() instanceof Val.Variant error) {
            throw new InitException(INIT_ERRORS.get(error.index()), words(error.payload()), null);
        }
    }
}
