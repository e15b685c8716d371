package dev.tamias.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Core modules with wrong bytes end in one of the documented exceptions. */
class MutatedModulesTest {

    private static final long SEED = 20261122;
    private static final int ROUNDS = 20_000;
    private static final String PLUGIN = "/dev/tamias/plugins/parsers/fields/fields.wasm";

    private static List<byte[]> modules() throws IOException {
        List<byte[]> modules = new ArrayList<>();
        modules.add(Files.readAllBytes(Path.of("src/test/resources/core/instructions.wasm")));
        for (String name : List.of("sections", "types", "control", "references", "aggregates")) {
            Path script = Path.of("src/test/resources/core", name + ".json");
            for (JsonNode each : new ObjectMapper().readTree(script.toFile()).path("commands")) {
                modules.add(HexFormat.of().parseHex(each.path("hex").asText()));
            }
        }
        modules.removeIf(each -> each.length <= 8);
        addModulesOf(plugin(), modules);
        return modules;
    }

    private static byte[] plugin() throws IOException {
        try (InputStream in = MutatedModulesTest.class.getResourceAsStream(PLUGIN)) {
            return in.readAllBytes();
        }
    }

    /** Adds the core modules that stand in a component, not in one within it. */
    private static void addModulesOf(byte[] component, List<byte[]> modules) {
        BinaryReader in = new BinaryReader(component);
        in.skip(8);
        while (!in.atEnd()) {
            int id = in.u8();
            BinaryReader section = in.slice(in.u32());
            if (id == 1) {
                modules.add(Arrays.copyOfRange(component, section.position(), in.position()));
            }
        }
    }

    private static byte[] mutated(byte[] module, Random random) {
        byte[] bytes = module.clone();
        switch (random.nextInt(8)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> {
                int from = random.nextInt(bytes.length);
                int to = random.nextInt(bytes.length);
                System.arraycopy(
                        module, from, bytes, to, Math.min(8, bytes.length - Math.max(from, to)));
            }
            default -> {
                for (int left = random.nextInt(4); left >= 0; left--) {
                    int at = random.nextInt(bytes.length);
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }

    @Test
    void wrong_bytes_end_in_a_documented_exception() throws IOException {
        List<byte[]> modules = modules();
        Random random = new Random(SEED);
        int accepted = 0;
        int rejected = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = mutated(modules.get(random.nextInt(modules.size())), random);
            try {
                CoreBinary.of(bytes);
                accepted++;
            } catch (RejectedBinary expected) {
                assertThat(expected.offset())
                        .as("seed %d, round %d", SEED, i)
                        .isBetween(0L, (long) bytes.length);
                rejected++;
            } catch (RuntimeException | Error wrong) {
                throw new AssertionError("seed " + SEED + ", round " + i, wrong);
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 100);
        assertThat(rejected).isGreaterThan(ROUNDS / 2);
    }
}
