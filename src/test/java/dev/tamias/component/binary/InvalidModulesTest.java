package dev.tamias.component.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.engine.binary.BinaryWriter;
import dev.tamias.model.Trouble;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A component's core modules are validated with it, to the last instruction. */
class InvalidModulesTest {

    /** Where the component's only core module starts. */
    private static final int MODULE = 10;

    /** A component whose one core module has a function of no parameters and results. */
    private static byte[] component(String body) {
        byte[] code = HexFormat.of().parseHex(body.replace(" ", ""));
        byte[] module =
                new BinaryWriter(64)
                        .bytes(HexFormat.of().parseHex("0061736d01000000" + "010401600000"))
                        .bytes(HexFormat.of().parseHex("03020100"))
                        .u8(0x0a)
                        .u32(code.length + 2)
                        .u8(1)
                        .u32(code.length)
                        .bytes(code)
                        .toBytes();
        return new BinaryWriter(64)
                .bytes(HexFormat.of().parseHex("0061736d0d000100"))
                .u8(1)
                .u32(module.length)
                .bytes(module)
                .toBytes();
    }

    @Test
    void a_function_that_keeps_the_rules_is_taken() {
        assertThat(ComponentDecoder.decode(component("00 41 00 1a 0b")).definitions()).hasSize(1);
    }

    @Test
    void an_ill_typed_function_makes_the_component_invalid() {
        InvalidComponent refused =
                catchThrowableOfType(
                        InvalidComponent.class,
                        () -> ComponentDecoder.decode(component("00 42 00 45 1a 0b")));
        assertThat(refused.trouble()).isEqualTo(Trouble.INVALID_COMPONENT);
        assertThat(refused.offset()).isEqualTo(MODULE + 25);
        assertThat(refused.section()).isEqualTo("core module section");
        assertThat(refused).hasMessageContaining("i32.eqz takes a value of type i32");
    }

    @Test
    void an_unknown_instruction_makes_it_malformed() {
        MalformedComponent refused =
                catchThrowableOfType(
                        MalformedComponent.class,
                        () -> ComponentDecoder.decode(component("00 01 ff 0b")));
        assertThat(refused.offset()).isEqualTo(MODULE + 24);
    }

    @Test
    void an_instruction_of_a_newer_proposal_is_refused_by_name() {
        InvalidComponent refused =
                catchThrowableOfType(
                        InvalidComponent.class,
                        () -> ComponentDecoder.decode(component("00 06 40 0b 0b")));
        assertThat(refused.trouble()).isEqualTo(Trouble.UNSUPPORTED_FEATURE);
        assertThat(refused).hasMessageContaining("legacy exception handling");
    }
}
