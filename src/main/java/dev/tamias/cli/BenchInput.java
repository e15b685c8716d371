package dev.tamias.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Random;

/**
 * An input to measure with: the same bytes on every machine.
 *
 * @param settings how the parser is configured for it
 */
record BenchInput(String plugin, Map<String, String> settings, Generator generator) {

    private static final long SEED = 3;
    private static final String[] LEVELS = {"DEBUG", "INFO", "INFO", "INFO", "WARN", "ERROR"};
    private static final String[] COMPONENTS = {
        "net.http", "storage", "auth", "scheduler", "ui.main"
    };
    private static final String[] WORDS = {
        "connection",
        "opened",
        "request",
        "took",
        "retry",
        "cache",
        "miss",
        "user",
        "session",
        "timeout",
        "naïve",
        "buffer",
        "flush",
        "state",
        "ready"
    };

    /** Makes one message after the other. */
    @FunctionalInterface
    interface Generator {
        byte[] message(Random random, long number);
    }

    static BenchInput of(String plugin) {
        return switch (plugin) {
            case "lines" -> new BenchInput(plugin, Map.of("format", "common"), BenchInput::line);
            case "dlt" -> new BenchInput(plugin, Map.of(), BenchInput::dlt);
            case "fields" ->
                    new BenchInput(
                            plugin,
                            Map.of("columns", "Time,Level,Component,Thread,Message"),
                            BenchInput::fields);
            default ->
                    throw new WrongUsage(
                            "There is an input for lines, dlt and fields, and none for \""
                                    + plugin
                                    + "\".");
        };
    }

    /** Writes whole messages, at least {@code size} bytes, and gives the number of bytes. */
    long write(Path file, long size) throws IOException {
        Random random = new Random(SEED);
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (long number = 0; written < size; number++) {
                byte[] message = generator.message(random, number);
                out.write(message);
                written += message.length;
            }
        }
        return written;
    }

    private static final LocalDateTime START = LocalDateTime.of(2024, 5, 17, 8, 0);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private static byte[] line(Random random, long number) {
        String line =
                TIME.format(START.plusNanos(number * 1_700_000L))
                        + " "
                        + LEVELS[random.nextInt(LEVELS.length)]
                        + " "
                        + COMPONENTS[random.nextInt(COMPONENTS.length)]
                        + ": "
                        + text(random)
                        + "\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] fields(Random random, long number) {
        String line =
                TIME.format(START.plusNanos(number * 1_700_000L))
                        + ","
                        + LEVELS[random.nextInt(LEVELS.length)]
                        + ","
                        + COMPONENTS[random.nextInt(COMPONENTS.length)]
                        + ",worker-"
                        + random.nextInt(16)
                        + ","
                        + text(random)
                        + "\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = 4 + random.nextInt(8); words > 0; words--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.append("id=").append(random.nextInt(1_000_000)).toString();
    }

    /** A verbose message of one text, with storage header (AUTOSAR PRS Log and Trace Protocol, 5). */
    private static byte[] dlt(Random random, long number) {
        byte[] text = (text(random) + "\0").getBytes(StandardCharsets.UTF_8);
        int standard = 4 + 4 + 4 + 10 + 6 + text.length;
        ByteBuffer message = ByteBuffer.allocate(16 + standard).order(ByteOrder.LITTLE_ENDIAN);
        message.put(ascii("DLT\1"))
                .putInt((int) (1_715_932_800L + number / 600))
                .putInt((int) (number % 600 * 1_600))
                .put(ascii("ECU1"));
        // Header type: extended header, ECU id, timestamp, version 1; lengths are big-endian.
        message.put((byte) 0x35)
                .put((byte) number)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) standard);
        message.put(ascii("ECU1")).putInt((int) (number * 17));
        // Message info: verbose, type log, a level from fatal (1) to verbose (6); one argument.
        message.put((byte) (1 | (1 + random.nextInt(6)) << 4))
                .put((byte) 1)
                .put(ascii("APP" + random.nextInt(10)))
                .put(ascii("CTX" + random.nextInt(10)));
        message.order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x8200)
                .putShort((short) text.length)
                .put(text);
        return message.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
