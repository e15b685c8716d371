package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DescribeTest {

    private static final String COMPONENT = "src/test/resources/components/described.wasm";

    @Test
    void imports_and_exports_are_shown_with_versions_and_types() throws Exception {
        TamiasProcess.Ended ended = TamiasProcess.run("describe", COMPONENT);

        assertThat(ended)
                .isEqualTo(
                        new TamiasProcess.Ended(
                                0,
                                """
                                import test:io/streams@1.2.3: instance {
                                  resource stream
                                  type error = variant { closed, other(string) }
                                  [method]stream.read: func(self: borrow<stream>, count: u32) -> result<list<u8>, error>
                                }
                                import test:io/users@1.2.3: instance {
                                  type stream = resource stream
                                  open: func() -> own<stream>
                                }
                                import log: func(text: string)
                                import plain: core module {
                                  import "env" "f": function [i32] -> [i64]
                                  export "memory": memory
                                }
                                import child: component {
                                  import in: func()
                                  export out: func() -> tuple<bool, char>
                                }
                                export type color = enum { red, green }
                                export mix: func(with: color) -> option<bool>
                                """,
                                ""));
    }

    @Test
    void json_says_the_same() throws Exception {
        TamiasProcess.Ended ended = TamiasProcess.run("describe", "--json", COMPONENT);

        assertThat(ended.exit()).isZero();
        assertThat(ended.out().lines()).hasSize(1);
        JsonNode described = new ObjectMapper().readTree(ended.out());
        assertThat(described.path("imports")).hasSize(5);
        assertThat(described.path("imports").path(1))
                .hasToString(
                        "{\"name\":\"test:io/users@1.2.3\",\"version\":\"1.2.3\","
                                + "\"kind\":\"instance\",\"exports\":["
                                + "{\"name\":\"stream\",\"version\":null,\"kind\":\"resource\","
                                + "\"type\":\"resource stream\"},"
                                + "{\"name\":\"open\",\"version\":null,\"kind\":\"function\","
                                + "\"params\":[],\"result\":\"own<stream>\"}]}");
        assertThat(described.path("exports").path(1))
                .hasToString(
                        "{\"name\":\"mix\",\"version\":null,\"kind\":\"function\","
                                + "\"params\":[{\"name\":\"with\",\"type\":\"color\"}],"
                                + "\"result\":\"option<bool>\"}");
    }

    @Test
    void what_is_no_component_is_said() throws Exception {
        TamiasProcess.Ended ended =
                TamiasProcess.run("describe", "src/test/resources/wast/core/spec.1.wasm");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("docs/troubleshooting.md#malformed-component");
    }
}
