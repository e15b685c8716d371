package dev.tamias.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {

    @ParameterizedTest
    @EnumSource
    void every_trouble_has_a_section(Trouble trouble) throws IOException {
        String page = Files.readString(Path.of("docs/troubleshooting.md"));

        assertThat(page).contains("<a id=\"" + trouble.anchor() + "\"></a>");
    }

    @Test
    void a_message_ends_with_the_link() {
        HostException failure = new HostException(Trouble.INPUT, "There is no file \"x\".");

        assertThat(failure).hasMessage("There is no file \"x\". [docs/troubleshooting.md#input]");
    }
}
