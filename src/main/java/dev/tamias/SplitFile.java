package dev.tamias;

import dev.tamias.engine.GuestExecutor;
import dev.tamias.host.Configuration;
import dev.tamias.host.RunLog;
import dev.tamias.manager.PluginEntry;
import dev.tamias.manager.Splitting;
import dev.tamias.model.LogLevel;
import dev.tamias.model.TamiasException;
import dev.tamias.source.ByteSource;
import dev.tamias.source.FileByteSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One large file, cut where its records end, its parts parsed side by side: where the parser declares that
 * this may be ({@link Splitting}), and processors are free. Rows, their places and counts are those of
 * the file parsed as a whole. That is checked as far as it can be: where the parser does not end a part
 * exactly where it was cut, or calls anything an error, the file is parsed again as a whole.
 */
final class SplitFile {

    /** A part takes a tenth of a second; to open a parser for it takes some milliseconds. */
    private static final long SMALLEST_PART = 8 << 20;

    /** More parts than processors: one that is disturbed does not keep the others waiting. */
    private static final int PARTS_PER_PROCESSOR = 2;

    private static final int STEP = 64 << 10;

    private final RunPlan plan;
    private final Bytes file;

    private SplitFile(RunPlan plan, Bytes file) {
        this.plan = plan;
        this.file = file;
    }

    /** Parses an input in parts; null where it is to be parsed as a whole. To be called on a guest thread. */
    static @Nullable Parsed parse(RunPlan plan, RunLog log, Bytes input, boolean kept) {
        return parse(plan, log, input, kept, SplitFile::targets);
    }

    /**
     * Parses an input in parts.
     *
     * @param targets the bytes at which it is cut, or soon behind them
     * @return null where it is to be parsed as a whole
     */
    static @Nullable Parsed parse(
            RunPlan plan,
            RunLog log,
            Bytes input,
            boolean kept,
            Function<SplitFile, long[]> targets) {
        List<Bytes> parts;
        try {
            SplitFile split = new SplitFile(plan, input);
            parts = split.refusal() == null ? split.parts(targets.apply(split)) : List.of();
        } catch (TamiasException e) {
            // Whoever parses it as a whole says what is wrong.
            return null;
        }
        if (parts.size() < 2) {
            return null;
        }
        RunLog own = new RunLog();
        Parsed parsed = SideBySide.parseParts(plan, own, input, parts, kept);
        if (parsed != null) {
            own.entries().forEach(log::add);
        }
        return parsed;
    }

    /** Why such an input is parsed as a whole, whatever its size; null where it may be split. */
    static @Nullable String refusal(RunPlan plan, Bytes input) {
        return new SplitFile(plan, input).refusal();
    }

    private @Nullable String refusal() {
        if (!(file.origin() instanceof Origin.InFile)) {
            return "the input is not one file";
        }
        if (plan.limit() != RunPlan.ALL) {
            return "the first rows alone are asked for";
        }
        if (!plan.chain().isEmpty() || plan.merge() != null) {
            return "rows go on to another parser, or are merged";
        }
        if (plan.level() != LogLevel.ERROR) {
            return "the parser's log is asked for, in its order";
        }
        return ofParser(plan.parser().plugin());
    }

    private @Nullable String ofParser(PluginEntry parser) {
        Splitting splitting = parser.metadata().splitting();
        if (!splitting.atLineFeeds()) {
            return "the parser does not say that its logs may be cut";
        }
        Configuration configuration = plan.parser().configuration(parser.info());
        Map<String, Object> values = configuration.toMap();
        for (Map.Entry<String, String> each : splitting.where().entrySet()) {
            if (!each.getValue().equals(String.valueOf(values.get(each.getKey())))) {
                return "the parser allows it where " + each.getKey() + " = " + each.getValue();
            }
        }
        return null;
    }

    /** Where a file of this size is to be cut, on this machine now; nowhere, if it is not worth it. */
    private long[] targets() {
        GuestExecutor executor = plan.parser().engine().executor();
        int others = Math.max(0, executor.atWork() - 1);
        int free = Runtime.getRuntime().availableProcessors() - others;
        if (free < 2) {
            return new long[0];
        }
        try (ByteSource source = open()) {
            long size = source.seekable() ? source.size().orElse(0) : 0;
            long parts = Math.min((long) free * PARTS_PER_PROCESSOR, size / SMALLEST_PART);
            return LongStream.range(1, parts).map(part -> size / parts * part).toArray();
        }
    }

    private ByteSource open() {
        return FileByteSource.open(((Origin.InFile) file.origin()).path(), file.isRaw());
    }

    private List<Bytes> parts(long[] targets) {
        if (targets.length == 0) {
            return List.of();
        }
        Path path = ((Origin.InFile) file.origin()).path();
        List<Long> cuts = new ArrayList<>(List.of(0L));
        long size;
        try (ByteSource source = open()) {
            size = source.size().orElse(0);
            // Archives and captures are not seekable: what is in them is not where it lies in the
            // file.
            for (int i = 0; i < targets.length && source.seekable(); i++) {
                long cut = cut(source, Math.max(targets[i], cuts.get(cuts.size() - 1) + 1), size);
                if (cut < size) {
                    cuts.add(cut);
                }
            }
        }
        List<Bytes> parts = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            boolean last = i + 1 == cuts.size();
            long to = last ? Long.MAX_VALUE : cuts.get(i + 1);
            parts.add(file.meaning(new Origin.InRange(path, cuts.get(i), to, last)));
        }
        return parts;
    }

    /** The first place at or behind a byte where a record begins; the size where there is none. */
    private static long cut(ByteSource source, long target, long size) {
        if (target >= size) {
            return size;
        }
        source.seek(target - 1);
        while (source.length() > 0 || source.load(STEP) > 0) {
            int feed = feed(source);
            if (feed < 0) {
                source.consume(source.length());
            } else {
                source.consume(feed + 1);
                source.load(3);
                if (isStart(source)) {
                    return source.position();
                }
            }
        }
        return size;
    }

    private static int feed(ByteSource source) {
        byte[] bytes = source.slice();
        for (int i = 0; i < source.length(); i++) {
            if (bytes[source.sliceStart() + i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether a parser may begin here as if it were the log's start. A byte order mark would be taken for
     * the log's, and an empty line, which a parser may pass over, would part what is told as one range.
     */
    private static boolean isStart(ByteSource source) {
        byte[] bytes = source.slice();
        int at = source.sliceStart();
        if (source.length() == 0 || bytes[at] == '\n' || bytes[at] == '\r') {
            return false;
        }
        return source.length() < 3
                || bytes[at] != (byte) 0xef
                || bytes[at + 1] != (byte) 0xbb
                || bytes[at + 2] != (byte) 0xbf;
    }
}
