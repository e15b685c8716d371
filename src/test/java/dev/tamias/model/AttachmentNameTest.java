package dev.tamias.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentNameTest {

    @ParameterizedTest
    @CsvSource({
        "trace.dlt, trace.dlt",
        "größe 1 (小林).txt, größe 1 (小林).txt",
        "../../x, x",
        "/etc/passwd, passwd",
        "C:\\Windows\\win.ini, win.ini",
        "C:, C_",
        "a:stream, a_stream",
        ".bashrc, bashrc",
        "-rf, rf",
        "~root, root",
        "name. . , name",
        "nul, _nul",
        "Com1.tar.gz, _Com1.tar.gz",
        "CONSOLE.txt, CONSOLE.txt",
        "'<a href=\"x\">.html', _a href=_x__.html",
        "$(reboot).sh, _(reboot).sh"
    })
    void a_name_is_made_safe(String given, String safe) {
        assertThat(AttachmentName.safe(given)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "a/", "\\", "   ", "...", "-.~"})
    void a_name_that_is_none_gets_one(String given) {
        assertThat(AttachmentName.safe(given)).isEqualTo("attachment");
    }

    @Test
    void what_cannot_be_seen_is_replaced() {
        assertThat(AttachmentName.safe("a\0b\u001b\u007f\u202Etxt.exe")).isEqualTo("a_b___txt.exe");
        assertThat(AttachmentName.safe("\u2066a\u200F\uFEFF\u2028\uD800.b")).isEqualTo("_a____.b");
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertThat(AttachmentName.safe("x".repeat(300) + ".txt"))
                .isEqualTo("x".repeat(196) + ".txt");
        assertThat(AttachmentName.safe("ß".repeat(300) + ".txt"))
                .isEqualTo("ß".repeat(98) + ".txt");
        assertThat(AttachmentName.safe("a." + "😀".repeat(300)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, text/plain",
        "A.PNG, image/png",
        "a.tar.gz, application/gzip",
        "a, application/octet-stream",
        "a., application/octet-stream",
        ".png, application/octet-stream",
        "a.unknown, application/octet-stream"
    })
    void the_extension_tells_the_media_type(String name, String type) {
        assertThat(AttachmentName.mediaType(name)).isEqualTo(type);
    }
}
