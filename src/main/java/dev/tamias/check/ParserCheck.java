package dev.tamias.check;

import dev.tamias.host.RunLog;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.TamiasException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Checks a parser, aspect by aspect, against the rows that it gives of the whole sample. */
final class ParserCheck {

    /** How long the pieces are that the input is cut into: below a line, about one, and above. */
    private static final int[] PIECES = {1, 7, 60, 700, 5_000};

    /** How much of the input is brought in slices that hold no whole record. */
    private static final int SHORT_SLICES = 2 << 10;

    private final Subject subject;
    private final Sample sample;
    private final long seed;
    private final Outcome whole;

    /** The sample's first rows, and what the parser makes of them in one slice. */
    private final byte[] brief;

    private final Outcome briefly;

    ParserCheck(Subject subject, Sample sample, long seed) {
        this.subject = subject;
        this.sample = sample;
        this.seed = seed;
        this.whole = subject.run(sample.bytes());
        this.brief = sample.brief(whole.rows());
        this.briefly = subject.run(brief);
    }

    void run(List<Finding> findings) {
        if (whole.summary() == null) {
            findings.add(
                    Finding.defect(
                            Aspect.CONFIGURATION,
                            "It does not start with its defaults: " + whole.said(),
                            "A plugin starts with the defaults that it declares; where an item has no"
                                    + " good default, check it with --set."));
            return;
        }
        findings.add(columns());
        findings.add(captions());
        Finding progress = progress();
        findings.add(progress);
        findings.add(output());
        ReachCheck.add(subject, reach -> subject.run(brief, reach), findings);
        if (whole.isFault()) {
            if (!progress.isDefect()) {
                findings.add(
                        Finding.defect(
                                Aspect.ERRORS,
                                "It breaks on its input: " + whole.said(),
                                "Have the parser answer with an error instead."));
            }
            uncompared("It breaks on its input.", findings);
            return;
        }
        new ErrorsCheck(subject, brief, seed).run(findings);
        new SpeedCheck(subject).run(sample.bytes(), whole, findings);
        if (determinism(brief, briefly).isDefect()) {
            uncompared("Its rows differ from run to run.", findings);
        } else {
            new ConfigurationCheck(subject, brief, briefly).run(findings);
            findings.add(chunks());
            findings.add(
                    progress.isDefect()
                            ? Finding.unchecked(
                                    Aspect.TAIL, "It breaks the rule of consumed bytes.", "")
                            : tail());
        }
        // Last, so that some time has passed since the first run.
        findings.add(determinism(sample.bytes(), whole));
    }

    /** What is found out by comparing rows cannot be, where they are not to be relied on. */
    private static void uncompared(String reason, List<Finding> findings) {
        for (Aspect each : List.of(Aspect.CONFIGURATION, Aspect.CHUNKS, Aspect.TAIL)) {
            findings.add(Finding.unchecked(each, reason, ""));
        }
    }

    private Finding columns() {
        if (whole.rows().isEmpty()) {
            return Finding.unchecked(
                    Aspect.COLUMNS,
                    "It makes no row of " + sample.name() + "." + spaced(whole.said()),
                    "Give it a log of its own: --input LOG.");
        }
        for (Row row : whole.rows()) {
            if (row.cells() != null && row.cells().size() != whole.columns()) {
                return Finding.defect(
                        Aspect.COLUMNS,
                        "It declares "
                                + whole.columns()
                                + " columns, and the row at byte "
                                + row.offset()
                                + " has "
                                + row.cells().size()
                                + " cells.",
                        "Give every row a cell for every column, empty ones too.");
            }
        }
        return Finding.good(
                Aspect.COLUMNS,
                whole.rows().size()
                        + " rows of "
                        + whole.columns()
                        + (whole.columns() == 1 ? " column." : " columns.")
                        + spaced(whole.said()));
    }

    /** Its sentence, to be a part of another. */
    private static String clause(Outcome outcome) {
        String said = outcome.said();
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    private static String spaced(String sentence) {
        return sentence.isEmpty() ? "" : " " + sentence;
    }

    private Finding captions() {
        List<String> captions =
                subject.info().renderOptions().columns().stream()
                        .map(RenderOptions.Column::caption)
                        .toList();
        Set<String> seen = new HashSet<>();
        for (String each : captions) {
            if (each.isBlank() || !seen.add(each)) {
                return Finding.note(
                        Aspect.COLUMNS,
                        each.isBlank()
                                ? "A column has no caption; a table numbers it."
                                : "Two columns have the caption \"" + each + "\".");
            }
        }
        return Finding.good(
                Aspect.COLUMNS,
                captions.isEmpty()
                        ? "It declares no captions: a message is one text."
                        : "Captions: " + String.join(", ", captions) + ".");
    }

    private Finding chunks() {
        if (briefly.failure() != null || briefly.rows().isEmpty()) {
            return Finding.unchecked(
                    Aspect.CHUNKS, "There are no rows to compare." + spaced(briefly.said()), "");
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int longest : PIECES) {
            RandomSlices pieces = new RandomSlices(brief, longest, random.split());
            Outcome cut = subject.run(pieces, subject.configuration());
            String difference =
                    cut.failure() != null
                            ? "it failed: " + clause(cut)
                            : Row.difference(briefly.rows(), cut.rows());
            if (difference != null) {
                return Finding.defect(
                        Aspect.CHUNKS,
                        "The rows depend on how the input is cut into slices: in pieces of "
                                + (longest == 1 ? "1 byte, " : "1 to " + longest + " bytes, ")
                                + difference
                                + ".",
                        "Answer with whole records only; where a slice holds none, answer incomplete,"
                                + " and leave what is behind the last one to the next call.");
            }
        }
        return Finding.good(
                Aspect.CHUNKS,
                "The first "
                        + brief.length
                        + " bytes give the same "
                        + briefly.rows().size()
                        + " rows in one slice and in "
                        + PIECES.length
                        + " random slicings.");
    }

    private Finding tail() {
        int end = brief.length;
        while (end > 0 && (brief[end - 1] == '\n' || brief[end - 1] == '\r')) {
            end--;
        }
        if (end == brief.length || !Sample.isText(brief) || briefly.failure() != null) {
            return Finding.unchecked(
                    Aspect.TAIL, "The input is no text of lines with an end each.", "");
        }
        Outcome cut = subject.run(Arrays.copyOf(brief, end));
        String difference = Row.difference(briefly.rows(), cut.rows());
        if (cut.failure() != null) {
            difference = "it failed: " + clause(cut);
        } else if (difference != null && cut.summary() != null && cut.summary().tail() > 0) {
            return Finding.note(
                    Aspect.TAIL,
                    "A last line without its end is left unparsed, and said to be. A [x-tamias] table"
                            + " with tail = \"newline\" in "
                            + subject.entry().name()
                            + ".toml has it parsed.");
        }
        return difference == null
                ? Finding.good(Aspect.TAIL, "A last line without its end gives the same row.")
                : Finding.defect(
                        Aspect.TAIL,
                        "A last line without its end is lost or cut: " + difference + ".",
                        "Answer incomplete for a line without its end, or take all of it.");
    }

    private Finding progress() {
        Drive drive = new Drive(subject, brief, Drive.USUAL_SLICE);
        String broken = broken(drive);
        if (broken == null) {
            byte[] beginning = Arrays.copyOf(brief, Math.min(brief.length, SHORT_SLICES));
            broken = broken(new Drive(subject, beginning, Drive.SHORT_SLICE));
        }
        if (broken != null) {
            return Finding.defect(
                    Aspect.PROGRESS,
                    "It breaks the rule of consumed bytes: " + broken + ".",
                    "Let consumed be the exact length of each item, and answer incomplete where there"
                            + " is none.");
        }
        String empty =
                drive.emptyItems() == 0
                        ? ""
                        : " " + drive.emptyItems() + " items took none beside others that did.";
        return Finding.good(Aspect.PROGRESS, drive.said() + empty);
    }

    private static @Nullable String broken(Drive drive) {
        try {
            return drive.run();
        } catch (TamiasException e) {
            return Outcome.isFault(e) ? e.sentence() : null;
        }
    }

    private Finding output() {
        for (RunLog.Entry each : whole.log()) {
            boolean reads = each.kind() == RunLog.Kind.STDIN;
            if (reads || each.kind() == RunLog.Kind.STDOUT || each.kind() == RunLog.Kind.STDERR) {
                return Finding.defect(
                        Aspect.IMPORTS,
                        reads
                                ? "It reads standard input, of which a plugin has none."
                                : "It prints while it parses: \"" + each.text() + "\".",
                        reads
                                ? "Parse the bytes that parse is given."
                                : "Log through the host (chipmunk:shared/logging), at the level that init"
                                        + " asks for.");
            }
        }
        return Finding.good(Aspect.IMPORTS, "It printed nothing, and read nothing but its slices.");
    }

    private Finding determinism(byte[] input, Outcome before) {
        Outcome again = subject.run(input);
        String difference = Row.difference(before.rows(), again.rows());
        return difference == null
                ? Finding.good(Aspect.DETERMINISM, "A second run gave the same rows.")
                : Finding.defect(
                        Aspect.DETERMINISM,
                        "A second run over the same input gave other rows: " + difference + ".",
                        "Take nothing into a row but the input and the settings: no time, no random"
                                + " number, no address.");
    }
}
