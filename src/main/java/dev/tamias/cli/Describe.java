package dev.tamias.cli;

import dev.tamias.component.Component;
import dev.tamias.component.WorldText;
import dev.tamias.component.type.ExternType;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code describe}: what a component imports and exports, with versions and types. */
@Command(
        name = "describe",
        description = "Says what a component imports and exports.",
        mixinStandardHelpOptions = true)
final class Describe implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A component.")
    private Path file = Path.of("");

    @Mixin private PluginsVerb.AsJson form = new PluginsVerb.AsJson();

    @Override
    public Integer call() throws IOException {
        Engine engine = Engine.shared();
        ExternType.ComponentType type =
                engine.executor()
                        .run(
                                () -> {
                                    Component component = ComponentFile.read(engine, file);
                                    return new ExternType.ComponentType(
                                            component.imports(), component.exports());
                                });
        try (Writer out = Output.open(null)) {
            out.write(form.json ? Json.of(JsonDescription.of(type)) + "\n" : WorldText.of(type));
        }
        return 0;
    }
}
