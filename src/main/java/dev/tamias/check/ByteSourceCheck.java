package dev.tamias.check;

import dev.tamias.host.ByteSourceHost;
import dev.tamias.host.Configuration;
import dev.tamias.host.PluginSetup;
import dev.tamias.host.Reach;
import dev.tamias.host.RunLog;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.TamiasException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Checks a byte source: the same bytes however they are asked for, never more than were asked for. */
final class ByteSourceCheck {

    private static final int MOST_BYTES = 8 << 20;
    private static final int EMPTY_READS = 20;
    private static final int USUAL_READ = 64 << 10;

    private final Subject subject;
    private final Sample sample;
    private final long seed;

    /** @param longest the first answer that is longer than what was asked for; empty where none is */
    private record Reading(
            byte[] bytes, String longest, @Nullable TamiasException failure, RunLog log) {}

    ByteSourceCheck(Subject subject, Sample sample, long seed) {
        this.subject = subject;
        this.sample = sample;
        this.seed = seed;
    }

    void run(List<Finding> findings) {
        withCopy(file -> run(file, findings));
    }

    /** Reads once, watched. */
    void read(Reach reach) {
        withCopy(file -> read(configuration(file), reach));
    }

    private void withCopy(Consumer<Path> run) {
        try (SampleFiles files = SampleFiles.create()) {
            run.accept(files.write("sample.log", sample.bytes()));
        }
    }

    private void run(Path file, List<Finding> findings) {
        Configuration configuration = configuration(file);
        long start = System.nanoTime();
        Reading whole = read(configuration, () -> USUAL_READ);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (whole.failure() != null && whole.bytes().length == 0) {
            findings.add(unread(whole.failure()));
            return;
        }
        findings.add(
                Finding.good(
                        Aspect.CONFIGURATION, "Run with " + settings(configuration, file) + "."));
        SplittableRandom random = new SplittableRandom(seed);
        Reading cut = read(configuration, () -> 1 + random.nextInt(5_000));
        Finding determinism = determinism(whole, read(configuration, () -> USUAL_READ));
        findings.add(
                determinism.isDefect()
                        ? Finding.unchecked(Aspect.CHUNKS, "Its bytes differ from run to run.", "")
                        : chunks(whole, cut));
        findings.add(determinism);
        findings.add(progress(whole, cut));
        findings.add(output(whole));
        ReachCheck.add(subject, reach -> read(configuration, reach), findings);
        findings.add(errors(whole, configuration));
        findings.add(
                Finding.note(
                        Aspect.SPEED,
                        String.format(
                                Locale.ROOT,
                                "%.1f MB/s, first run, over %,d bytes.",
                                whole.bytes().length / 1e6 / seconds,
                                whole.bytes().length)));
    }

    /** The settings, and the sample as the first file that the plugin asks for. */
    private Configuration configuration(Path file) {
        Map<String, Object> settings = new LinkedHashMap<>(subject.settings());
        for (ConfigSchema.Item item : subject.info().schema().items()) {
            if (item.input() instanceof ConfigSchema.FilesInput
                    && !settings.containsKey(item.id())) {
                settings.put(item.id(), file);
                break;
            }
        }
        return Configuration.of(subject.entry().name(), subject.info().schema(), settings);
    }

    /** The settings as a report tells them: the copy is gone when it is read. */
    private String settings(Configuration configuration, Path file) {
        return configuration.toMap().toString().replace(file.toString(), sample.name());
    }

    private static Finding unread(TamiasException failure) {
        return Outcome.isFault(failure)
                ? Finding.defect(
                        Aspect.ERRORS, failure.sentence(), "Have it answer with an error instead.")
                : Finding.unchecked(
                        Aspect.CHUNKS,
                        "It gives no bytes: " + failure.sentence(),
                        "Set what it needs: --set ID=VALUE, --input LOG.");
    }

    private void read(Configuration configuration, Reach reach) {
        read(subject.setup(configuration, new RunLog()).withReach(reach), () -> USUAL_READ);
    }

    private Reading read(Configuration configuration, LongSupplier wanted) {
        return read(subject.setup(configuration, new RunLog()), wanted);
    }

    private Reading read(PluginSetup setup, LongSupplier wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] longest = {""};
        TamiasException failure =
                subject.engine()
                        .executor()
                        .run(
                                () -> {
                                    try (ByteSourceHost host = ByteSourceHost.open(setup)) {
                                        all(host, wanted, bytes, longest);
                                        return null;
                                    } catch (TamiasException e) {
                                        return e;
                                    }
                                });
        return new Reading(bytes.toByteArray(), longest[0], failure, setup.log());
    }

    private static void all(
            ByteSourceHost host, LongSupplier wanted, ByteArrayOutputStream to, String[] longest) {
        int empty = 0;
        while (empty <= EMPTY_READS && to.size() < MOST_BYTES) {
            long length = wanted.getAsLong();
            byte[] answer = host.read(length);
            if (answer.length > length && longest[0].isEmpty()) {
                longest[0] = answer.length + " bytes where " + length + " were asked for";
            }
            empty = answer.length == 0 ? empty + 1 : 0;
            to.writeBytes(answer);
        }
    }

    private static Finding chunks(Reading whole, Reading cut) {
        int at = Arrays.mismatch(whole.bytes(), cut.bytes());
        return at < 0
                ? Finding.good(
                        Aspect.CHUNKS,
                        "Reads of random lengths give the same "
                                + whole.bytes().length
                                + " bytes as long reads.")
                : Finding.defect(
                        Aspect.CHUNKS,
                        "Other lengths of reads give other bytes, from byte " + at + " on.",
                        "Keep what was not asked for to the next read.");
    }

    private static Finding progress(Reading whole, Reading cut) {
        String longest = whole.longest().isEmpty() ? cut.longest() : whole.longest();
        return longest.isEmpty()
                ? Finding.good(Aspect.PROGRESS, "No answer was longer than what was asked for.")
                : Finding.defect(
                        Aspect.PROGRESS,
                        "It gave " + longest + "; Chipmunk crashes on that.",
                        "Give at most as many bytes as are asked for.");
    }

    private static Finding output(Reading whole) {
        for (RunLog.Entry each : whole.log().entries()) {
            boolean reads = each.kind() == RunLog.Kind.STDIN;
            if (reads || each.kind() == RunLog.Kind.STDOUT || each.kind() == RunLog.Kind.STDERR) {
                return Finding.defect(
                        Aspect.IMPORTS,
                        reads
                                ? "It reads standard input, of which a plugin has none."
                                : "It prints while it reads: \"" + each.text() + "\".",
                        "Log through the host (chipmunk:shared/logging).");
            }
        }
        return Finding.good(Aspect.IMPORTS, "It printed nothing.");
    }

    private static Finding determinism(Reading whole, Reading again) {
        return Arrays.equals(whole.bytes(), again.bytes())
                ? Finding.good(Aspect.DETERMINISM, "A second run gave the same bytes.")
                : Finding.defect(
                        Aspect.DETERMINISM,
                        "A second run over the same file gave other bytes.",
                        "A source that is a file gives that file.");
    }

    /** Without a file it is refused or has nothing to read; a read of no bytes is answered. */
    private Finding errors(Reading whole, Configuration configuration) {
        Reading none = read(subject.configuration(), () -> USUAL_READ);
        Reading zero = read(configuration, new Once());
        for (Reading each : List.of(whole, none, zero)) {
            TamiasException failure = each.failure();
            if (failure != null && Outcome.isFault(failure)) {
                return Finding.defect(
                        Aspect.ERRORS, failure.sentence(), "Have it answer with an error instead.");
            }
        }
        TamiasException refusal = none.failure();
        return Finding.good(
                Aspect.ERRORS,
                refusal == null
                        ? "Without that file it starts, and gives "
                                + none.bytes().length
                                + " bytes."
                        : "Without that file it says: " + refusal.sentence());
    }

    /** Asks for no bytes once, as Chipmunk does when its buffer is full. */
    private static final class Once implements LongSupplier {
        private boolean asked;

        @Override
        public long getAsLong() {
            long length = asked ? USUAL_READ : 0;
            asked = true;
            return length;
        }
    }
}
