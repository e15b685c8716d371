package dev.tamias.jupyter.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet of all pages. It takes its colours from the notebook's theme. */
final class Style {

    private static final String SHEET = read();

    private Style() {}

    static String sheet() {
        return SHEET;
    }

    private static String read() {
        try (InputStream stream = Style.class.getResourceAsStream("page.css")) {
            if (stream == null) {
                throw new IOException("page.css is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s+", " ")
                    .replaceAll(" ?([{};:,]) ?", "$1")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
