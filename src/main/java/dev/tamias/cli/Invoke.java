package dev.tamias.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tamias.cli.wast.ValDecoder;
import dev.tamias.cli.wast.ValEncoder;
import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.FuncType.Param;
import dev.tamias.engine.Deadline;
import dev.tamias.engine.Engine;
import dev.tamias.wasi.WasiContext;
import dev.tamias.wasi.WasiLinker;
import dev.tamias.wasi.WasiState;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code invoke}: one call of an exported function; its result on one line, {@code null} where it has
 * none. The guest is granted nothing, and traps where it calls what nobody offers; what it writes
 * goes to standard error.
 */
@Command(
        name = "invoke",
        description = "Calls a function that a component exports.",
        mixinStandardHelpOptions = true)
final class Invoke implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(index = "0", paramLabel = "FILE", description = "A component.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FUNC",
            description = "NAME, or INSTANCE#NAME with or without the instance's version.")
    private String name = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "JSON-ARGS",
            description = "The arguments: a JSON array of {\"type\": t, \"value\": v}.")
    private String json = "[]";

    @Override
    public Integer call() throws IOException {
        JsonNode arguments = arguments();
        String result = Engine.shared().executor().run(() -> invoke(arguments).toString());
        try (Writer out = Output.open(null)) {
            out.write(result + "\n");
        }
        return 0;
    }

    private JsonNode arguments() {
        try {
            JsonNode arguments = JSON.readTree(json);
            if (arguments.isArray()) {
                return arguments;
            }
        } catch (JsonProcessingException e) {
            throw new WrongUsage("JSON-ARGS is no JSON: " + e.getOriginalMessage() + ".");
        }
        throw new WrongUsage("JSON-ARGS takes a JSON array, and was given " + json + ".");
    }

    private JsonNode invoke(JsonNode arguments) {
        Component component = ComponentFile.read(Engine.shared(), file);
        WasiContext context =
                WasiContext.builder()
                        .stdout(System.err::writeBytes)
                        .stderr(System.err::writeBytes)
                        .build();
        Linker linker = new Linker(Engine.shared());
        WasiState state = WasiLinker.add(linker, context);
        try {
            // What is called may need none of what is missing; if it does, the trap names it.
            linker.defineUnknownImportsAsTraps(component);
            return onTime(() -> call(linker.instantiate(component), arguments));
        } finally {
            state.close();
        }
    }

    /** One deadline for the start of the instance and the call. */
    private static JsonNode onTime(Supplier<JsonNode> work) {
        Engine engine = Engine.shared();
        try (Deadline deadline = engine.executor().deadline(engine.limits().callTime())) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                throw deadline.explain(e, "the call");
            }
        }
    }

    private JsonNode call(Instance instance, JsonNode arguments) {
        Func func = ExportedFunc.find(instance, name);
        List<Param> params = func.type().params();
        if (params.size() != arguments.size()) {
            throw new WrongUsage(
                    "\"%s\" is %s, and was given %d arguments."
                            .formatted(name, func.type(), arguments.size()));
        }
        Val[] values = new Val[params.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments.get(i), params.get(i));
        }
        return ValEncoder.encode(func.call(values), func.type().result());
    }

    private static Val value(JsonNode node, Param param) {
        try {
            return ValDecoder.decode(node, param.type());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("Argument \"" + param.name() + "\": " + e.getMessage() + ".");
        }
    }
}
