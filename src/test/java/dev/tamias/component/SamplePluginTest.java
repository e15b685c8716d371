package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The embedded parsers, as components: linked to nothing that works, they still tell what they are.
 */
class SamplePluginTest {

    private static final String PARSER = "chipmunk:parser/parser@0.1.0";

    private static Component component(Engine engine, String name) throws IOException {
        String path = "/dev/tamias/plugins/parsers/" + name + "/" + name + ".wasm";
        try (InputStream in = SamplePluginTest.class.getResourceAsStream(path)) {
            return Component.of(engine, in.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "fields"})
    void a_parser_tells_its_version_and_its_configuration(String name) throws IOException {
        try (Engine engine = Engine.builder().compiling(false).build()) {
            Component component = component(engine, name);
            Linker linker = new Linker(engine).defineUnknownImportsAsTraps(component);
            Instance instance = linker.instantiate(component);
            Val version = instance.func(PARSER, "get-version").orElseThrow().call();
            assertThat(((Val.Record) version).fields())
                    .hasSize(3)
                    .allMatch(part -> part instanceof Val.U16 || part instanceof Val.U32);

            Func schemas = instance.func(PARSER, "get-config-schemas").orElseThrow();
            Val.ListOf lifted = (Val.ListOf) schemas.call();
            List<Integer> counts = new ArrayList<>();
            schemas.call(
                    new ValVisitor() {
                        @Override
                        public void beginList(int count) {
                            counts.add(count);
                        }
                    });
            assertThat(counts.get(0)).isEqualTo(lifted.elements().size());
        }
    }

    @Test
    void instances_are_made_of_types_alone_without_being_offered() throws IOException {
        try (Engine engine = Engine.builder().compiling(false).build()) {
            Component fields = component(engine, "fields");
            assertThat(fields.imports()).containsKey("chipmunk:parser/parse-types@0.1.0");
            assertThat(new Linker(engine).missing(fields))
                    .containsExactly("\"chipmunk:shared/logging@0.1.0#log\" (function)");
        }
    }
}
