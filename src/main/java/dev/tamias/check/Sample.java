package dev.tamias.check;

import dev.tamias.model.HostException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a plugin is checked on: a file's first bytes, or the sample log of which it makes the most.
 *
 * @param name what it is, for the report
 */
record Sample(String name, byte[] bytes) {

    /** More than this says no more. */
    private static final int LONGEST = 4 << 20;

    /** What is parsed byte by byte, and again and again, is kept short. */
    static final int SHORT = 16 << 10;

    private static final String FOLDER = "/dev/tamias/samples/";
    private static final String LINES = "lines.log";
    private static final List<String> OTHERS = List.of("sample.dlt", "fields.csv", "access.log");

    /**
     * The first bytes of a file.
     *
     * @throws HostException where it cannot be read, or is empty
     */
    static Sample of(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LONGEST);
            if (bytes.length == 0) {
                throw new HostException(
                        Trouble.INPUT, "The input \"" + file + "\" is empty: take another.");
            }
            return new Sample("\"" + file + "\"", bytes);
        } catch (IOException e) {
            throw new HostException(
                    Trouble.INPUT,
                    "The input \"" + file + "\" cannot be read: " + e.getMessage() + ".",
                    e);
        }
    }

    /**
     * The first of these bytes.
     *
     * @throws HostException where there are none
     */
    static Sample of(byte[] log) {
        if (log.length == 0) {
            throw new HostException(Trouble.INPUT, "The input holds no bytes: take another.");
        }
        byte[] bytes = Arrays.copyOf(log, Math.min(log.length, LONGEST));
        return new Sample(bytes.length + " bytes", bytes);
    }

    /** The sample that a parser takes the most of, and of several the one with the most rows. */
    static Sample bestFor(Subject subject) {
        Sample best = bundled(LINES);
        Outcome most = subject.run(best.bytes());
        for (String name : OTHERS) {
            Sample other = bundled(name);
            Outcome outcome = subject.run(other.bytes());
            if (!outcome.rows().isEmpty() && share(outcome, other) > share(most, best)) {
                best = other;
                most = outcome;
            }
        }
        return best;
    }

    /** A parser of text takes any text, so that ties are usual; the first one wins them. */
    private static double share(Outcome outcome, Sample sample) {
        return outcome.rows().isEmpty() || outcome.failure() != null
                ? 0
                : (double) outcome.consumed() / sample.bytes().length;
    }

    static Sample lines() {
        return bundled(LINES);
    }

    private static Sample bundled(String name) {
        try (InputStream stream = Sample.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IOException(name + " is missing from the class path");
            }
            return new Sample("the sample " + name, stream.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Its first {@link #SHORT} bytes. */
    byte[] beginning() {
        return Arrays.copyOf(bytes, Math.min(bytes.length, SHORT));
    }

    /** Its first rows, of at most {@link #SHORT} bytes where rows are not longer than that. */
    byte[] brief(List<Row> rows) {
        if (bytes.length <= SHORT) {
            return bytes;
        }
        long end = 0;
        for (Row each : rows) {
            if (each.end() > SHORT && end > 0) {
                break;
            }
            end = each.end();
        }
        return Arrays.copyOf(bytes, end == 0 ? SHORT : (int) Math.min(end, bytes.length));
    }

    /** Whether bytes are text: UTF-8 without control characters but those of lines. */
    static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
