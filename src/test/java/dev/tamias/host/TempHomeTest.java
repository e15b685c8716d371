package dev.tamias.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.engine.Engine;
import dev.tamias.model.PluginType;
import dev.tamias.model.SemanticVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempHomeTest {

    @TempDir Path parent;

    /** Makes a home as another JVM, says where, and waits to be ended. */
    static final class Other {
        public static void main(String[] arguments) throws Exception {
            Path home = TempHome.create(Path.of(arguments[0])).path();
            Files.writeString(home.resolve("note.txt"), "x");
            System.out.println(home);
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }

    private void sweep() throws IOException {
        TempHome.sweep(parent, Files.getOwner(parent));
    }

    private static void makeOld(Path home) throws IOException {
        Files.setLastModifiedTime(home, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    @Test
    void a_crashed_jvms_directories_are_swept_and_a_living_ones_are_not() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                parent.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Path home = Path.of(said.readLine());
            makeOld(home);
            sweep();
            assertThat(home.resolve("note.txt")).exists();

            process.destroyForcibly().waitFor();
            sweep();
            assertThat(home).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void what_is_new_or_somebody_elses_is_left() throws IOException {
        Path fresh = Files.createDirectory(parent.resolve("tamias-0-1"));
        Path file = Files.writeString(parent.resolve("tamias-0-2"), "x");
        Path other = Files.createDirectory(parent.resolve("other"));
        Files.writeString(other.resolve("mine.txt"), "x");
        Path link = Files.createSymbolicLink(parent.resolve("tamias-0-3"), other);
        Path abandoned = Files.createDirectory(parent.resolve("tamias-0-4"));
        Files.createSymbolicLink(abandoned.resolve("link"), other);
        Path named = Files.createDirectory(parent.resolve("tamias-work"));
        Path clone = Files.createDirectory(parent.resolve("tamias-0-4-clone"));
        makeOld(other);
        makeOld(named);
        makeOld(clone);
        makeOld(abandoned);

        sweep();

        assertThat(fresh).exists();
        assertThat(file).exists();
        assertThat(link).exists();
        assertThat(other.resolve("mine.txt")).exists();
        assertThat(named).exists();
        assertThat(clone).exists();
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void a_directory_is_the_instances_own_and_gone_with_it() throws IOException {
        Path path;
        try (TempDirectory first = TempDirectory.create();
                TempDirectory second = TempDirectory.create()) {
            path = first.path();
            assertThat(second.path()).isNotEqualTo(path).hasParent(path.getParent());
            Files.writeString(Files.createDirectory(path.resolve("sub")).resolve("a"), "x");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void it_is_the_same_for_every_call_and_made_for_those_that_may_ask_for_it() {
        try (Engine engine = Engine.builder().build()) {
            HostedPlugins plugins = new HostedPlugins(engine);

            assertThat(plugins.parse(plugins.faulty("temp")))
                    .containsExactly("[/tamias-temp/note.txt: ok]");
            PluginApi api =
                    PluginApi.of(
                            "p",
                            new PluginExport(
                                    PluginType.PARSER,
                                    new SemanticVersion(0, 1, 0),
                                    "chipmunk:parser/parser@0.1.0"));
            assertThat(api.wantsTemporaryDirectory(HostedPlugins.component(engine, "faulty")))
                    .isTrue();
            assertThat(api.wantsTemporaryDirectory(HostedPlugins.component(engine, "sockets")))
                    .isFalse();
        }
    }
}
