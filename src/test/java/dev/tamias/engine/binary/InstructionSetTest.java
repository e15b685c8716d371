package dev.tamias.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The instruction table against what another tool makes of the same instructions' names. */
class InstructionSetTest {

    private static final Path TEXT = Path.of("src/test/resources/core/instructions.wat");
    private static final Path BINARY = Path.of("src/test/resources/core/instructions.wasm");
    private static final Pattern LINE = Pattern.compile("^    ([a-z][a-z0-9_.]*)( .*)?$");

    private static List<String> written() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(TEXT)) {
            var match = LINE.matcher(line);
            if (match.matches()) {
                boolean nullable = line.contains(" ref.") && line.contains("(ref null $");
                names.add(match.group(1) + (nullable ? "_null" : ""));
            }
        }
        return names;
    }

    /** All instructions of all bodies, but the last of each. */
    private static List<String> read() throws IOException {
        byte[] bytes = Files.readAllBytes(BINARY);
        List<String> names = new ArrayList<>();
        for (CoreBinary.Section section : CoreBinary.of(bytes).sections()) {
            if (section.id() == CoreBinaryReader.CODE) {
                BinaryReader in = ModuleRewriter.reader(section, bytes);
                for (int left = in.count(); left > 0; left--) {
                    body(in.slice(in.u32()), names);
                }
            }
        }
        return names;
    }

    private static void body(BinaryReader in, List<String> names) {
        for (int left = in.count(); left > 0; left--) {
            in.u32();
            TypeCode.read(in);
        }
        InstructionReader instructions = new InstructionReader(in);
        while (!in.atEnd()) {
            Instruction instruction = instructions.next();
            if (!in.atEnd()) {
                names.add(instruction.name);
            }
        }
    }

    private static TreeSet<String> known() {
        TreeSet<String> names = new TreeSet<>();
        for (int opcode = 0; opcode < 0x100; opcode++) {
            for (int number = 0; number < (opcode < 0xfb ? 1 : 0x200); number++) {
                byte[] bytes = new BinaryWriter(8).u8(opcode).u32(number).toBytes();
                try {
                    names.add(InstructionSet.read(new BinaryReader(bytes)).name);
                } catch (RejectedBinary none) {
                    assertThat(none.reason()).containsAnyOf("no known instruction", "uses");
                }
            }
        }
        return names;
    }

    @Test
    void each_instruction_is_read_as_it_was_written() throws IOException {
        assertThat(read()).isEqualTo(written());
    }

    @Test
    void the_text_has_every_instruction() throws IOException {
        assertThat(new TreeSet<>(written())).isEqualTo(known());
    }

    @ParameterizedTest
    @CsvSource({
        "06, legacy exception handling",
        "07, legacy exception handling",
        "09, legacy exception handling",
        "18, legacy exception handling",
        "19, legacy exception handling",
        "e3, stack switching",
        "fb20, custom descriptors",
        "fc12, memory control",
        "fc13, wide arithmetic",
        "fe4f, shared-everything threads"
    })
    void what_is_not_supported_has_a_name(String opcode, String feature) {
        byte[] bytes = new byte[opcode.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(opcode.substring(2 * i, 2 * i + 2), 16);
        }
        assertThatThrownBy(() -> InstructionSet.read(new BinaryReader(bytes)))
                .isInstanceOf(UnsupportedFeature.class)
                .hasMessageContaining(feature);
    }
}
