package dev.tamias.component.property;

import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** All binaries of the project, core modules too, and components made at random. */
final class SampleBinaries {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources"), Path.of("src/test/resources"));
    private static final int MADE = 12;

    /** A binary by its file, or by how it was made. */
    record Sample(String title, byte[] bytes) {
        @Override
        public String toString() {
            return title;
        }
    }

    private SampleBinaries() {}

    static List<Sample> all(Random random) {
        List<Sample> samples = new ArrayList<>();
        FOLDERS.forEach(each -> below(each).forEach(file -> samples.add(sample(file))));
        RandomTypes types = new RandomTypes(random, EchoGuests.RESOURCE);
        for (int i = 0; i < MADE; i++) {
            List<EchoFunc> funcs = EchoGuests.funcs(types, 1 + i);
            samples.add(new Sample("made " + i, made(funcs, i)));
        }
        return samples;
    }

    private static byte[] made(List<EchoFunc> funcs, int kind) {
        StringEncoding encoding = StringEncoding.values()[kind / 3 % 3];
        return switch (kind % 3) {
            case 0 -> EchoComponents.echoing(funcs, encoding);
            case 1 -> EchoComponents.asking(funcs, encoding);
            default -> EchoComponents.both(funcs, encoding, StringEncoding.UTF8);
        };
    }

    /** The binaries below a folder, in the order of their names. */
    static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".wasm")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sample sample(Path file) {
        try {
            return new Sample(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
