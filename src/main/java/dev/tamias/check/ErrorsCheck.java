package dev.tamias.check;

import dev.tamias.host.ParserHost;
import dev.tamias.host.RunLog;
import dev.tamias.model.TamiasException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Checks that bad input ends in an error that is said: never in a trap, never in a loop. */
final class ErrorsCheck {

    private static final int GARBAGE = 4 << 10;
    private static final int LONG_RECORD = 256 << 10;
    private static final int FLIPS = 4;

    private final Subject subject;
    private final byte[] input;
    private final SplittableRandom random;

    ErrorsCheck(Subject subject, byte[] input, long seed) {
        this.subject = subject;
        this.input = input;
        this.random = new SplittableRandom(seed);
    }

    void run(List<Finding> findings) {
        String empty = onNothing();
        if (empty != null) {
            findings.add(defect("an empty slice", empty));
        }
        int said = 0;
        boolean good = empty == null;
        Map<String, byte[]> inputs = inputs();
        for (Map.Entry<String, byte[]> each : inputs.entrySet()) {
            Outcome outcome = subject.run(each.getValue());
            if (outcome.isFault()) {
                findings.add(defect(each.getKey(), outcome.said()));
                good = false;
                break;
            }
            said += outcome.failure() == null ? 0 : 1;
        }
        if (good) {
            findings.add(
                    Finding.good(
                            Aspect.ERRORS,
                            "Of "
                                    + inputs.size()
                                    + " bad inputs (empty, cut, changed, random, one long record) none"
                                    + " broke it; "
                                    + said
                                    + " it called unusable."));
        }
    }

    private static Finding defect(String input, String said) {
        return Finding.defect(
                Aspect.ERRORS,
                "It breaks on " + input + ": " + said,
                "Look at the slice's length before its bytes, and answer with an error.");
    }

    /** What an empty slice does to it; a host may hand one over at the end. Null where it answers. */
    private @Nullable String onNothing() {
        return subject.engine()
                .executor()
                .run(
                        () -> {
                            try (ParserHost parser =
                                    ParserHost.open(
                                            subject.setup(subject.configuration(), new RunLog()))) {
                                parser.parse(
                                        new byte[0],
                                        0,
                                        0,
                                        OptionalLong.of(0),
                                        null,
                                        (consumed, cells, attachment) -> {});
                                return null;
                            } catch (TamiasException e) {
                                return Outcome.isFault(e) ? e.sentence() : null;
                            }
                        });
    }

    private Map<String, byte[]> inputs() {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        inputs.put("no bytes", new byte[0]);
        inputs.put("one byte", Arrays.copyOf(input, Math.min(1, input.length)));
        for (int part = 1; part <= 3; part++) {
            int length = (int) ((long) input.length * part / 4);
            inputs.put("its input cut after " + length + " bytes", Arrays.copyOf(input, length));
        }
        inputs.put(
                "its input without the last byte",
                Arrays.copyOf(input, Math.max(0, input.length - 1)));
        for (int i = 0; i < FLIPS; i++) {
            inputs.put("its input with changed bytes, " + i, changed());
        }
        byte[] garbage = new byte[GARBAGE];
        random.nextBytes(garbage);
        inputs.put("random bytes", garbage);
        inputs.put("zeros", new byte[GARBAGE]);
        inputs.put("bytes that are no UTF-8", filled(GARBAGE, (byte) 0xff));
        inputs.put("one record of " + LONG_RECORD + " bytes", filled(LONG_RECORD, (byte) 'x'));
        return inputs;
    }

    private byte[] changed() {
        byte[] bytes = input.clone();
        for (int i = 0; i < bytes.length / 100; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static byte[] filled(int length, byte value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
