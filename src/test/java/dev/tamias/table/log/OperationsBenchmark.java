package dev.tamias.table.log;

import dev.tamias.table.LogTables;
import dev.tamias.table.row.TextCells;
import dev.tamias.table.row.Times;
import dev.tamias.table.template.DrainSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * CPU seconds of one thread for each operation, beside Tablesaw's own. Run by hand: {@code java -Xmx6g
 * dev.tamias.table.log.OperationsBenchmark [rows] [with Tablesaw's: true]}; ten million rows by default.
 */
final class OperationsBenchmark {

    private static final long START = 1_767_225_600_000L;

    private OperationsBenchmark() {}

    public static void main(String[] arguments) {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        boolean beside = arguments.length > 1 && Boolean.parseBoolean(arguments[1]);
        Table log = log(rows, true);
        measure("sort by time, out of order", () -> LogTables.of(log).sortByTime().table());
        measure("sort by time, order alone", () -> LogTables.of(log).sortByTime());
        Table sorted = LogTables.of(log).sortByTime().table();
        measure("sort by time, in order already", () -> LogTables.of(sorted).sortByTime().table());
        Instant from = Instant.ofEpochMilli(START + 3_600_000L * 6);
        Instant to = Instant.ofEpochMilli(START + 3_600_000L * 12);
        measure("time range, a quarter, view", () -> LogTables.of(sorted).between(from, to));
        measure(
                "time range, a quarter, table",
                () -> LogTables.of(sorted).between(from, to).table());
        measure("buckets of a minute", () -> LogTables.of(sorted).buckets(Duration.ofMinutes(1)));
        measure(
                "buckets of a minute, out of order",
                () -> LogTables.of(log).buckets(Duration.ofMinutes(1)));
        measure(
                "buckets of a minute by level",
                () -> LogTables.of(sorted).buckets(Duration.ofMinutes(1), "Level"));
        measure("countBy level, component", () -> LogTables.of(log).countBy("Level", "Component"));
        measure("countBy message", () -> LogTables.of(log).countBy("Message"));
        measure(
                "where message matches a regex",
                () -> LogTables.of(log).where(LogTables.column("Message").matches("took 1\\d ms")));
        measure(
                "join 40 components",
                () -> LogTables.of(log).join("Component", owners()).rowCount());
        measure("merge of four logs", () -> merge(sorted));
        measure("templates", () -> LogTables.of(log).templates("Message"));
        measure(
                "templates, masked",
                () ->
                        LogTables.of(log)
                                .head(rows / 10)
                                .templates("Message", DrainSettings.defaults().withCommonMasks()));
        if (beside) {
            measure(
                    "Tablesaw: time range",
                    () ->
                            sorted.where(
                                    sorted.instantColumn("Time")
                                            .isAfter(from)
                                            .and(sorted.instantColumn("Time").isBefore(to))));
            measure("Tablesaw: countBy level, component", () -> log.countBy("Level", "Component"));
            measure(
                    "Tablesaw: minutes",
                    () ->
                            sorted.summarize("Took", AggregateFunctions.count)
                                    .by(
                                            sorted.instantColumn("Time")
                                                    .asLocalDateTimeColumn()
                                                    .timeWindow(ChronoUnit.MINUTES, 1)));
            measure(
                    "Tablesaw: regex",
                    () -> log.where(log.stringColumn("Message").matchesRegex(".*took 1\\d ms.*")));
            measure("Tablesaw: sort by time", () -> log.sortAscendingOn("Time"));
        }
    }

    private static Object merge(Table sorted) {
        int quarter = sorted.rowCount() / 4;
        LogMerge merge = LogTables.mergeByTime();
        for (int i = 0; i < 4; i++) {
            merge =
                    merge.with(
                            "log-" + i,
                            LogTables.of(sorted).tail(quarter * (4 - i)).head(quarter),
                            Duration.ofHours(-6L * i));
        }
        return merge.table();
    }

    private static Table owners() {
        StringColumn component = StringColumn.create("Component");
        IntColumn owner = IntColumn.create("Owner");
        for (int i = 0; i < 40; i++) {
            component.append("component-" + i);
            owner.append(i);
        }
        return Table.create("owners", component, owner);
    }

    private static Table log(int rows, boolean shuffled) {
        Random random = new Random(1);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < rows * 3 / 10; i++) {
            different.add(message(random, i));
        }
        InstantColumn time = InstantColumn.create("Time");
        IntColumn took = IntColumn.create("Took");
        StringColumn level = StringColumn.create("Level");
        StringColumn component = StringColumn.create("Component");
        List<String> messages = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            long millis = shuffled ? random.nextInt(86_400_000) : 86_400_000L * row / rows;
            time.appendInternal(Times.pack(START + millis));
            took.append(random.nextInt(1000));
            level.append(Logs.LEVELS[random.nextInt(Logs.LEVELS.length)]);
            component.append("component-" + random.nextInt(40));
            messages.add(different.get(random.nextInt(different.size())));
        }
        return Table.create("log", time, level, component, TextCells.of("Message", messages), took);
    }

    private static String message(Random random, int i) {
        return switch (random.nextInt(5)) {
            case 0 ->
                    "request "
                            + i
                            + " from 10.0."
                            + random.nextInt(256)
                            + ".7 took "
                            + random.nextInt(90)
                            + " ms and was answered with status 200";
            case 1 ->
                    "cache region-"
                            + random.nextInt(40)
                            + " evicted "
                            + i
                            + " of 5000 entries, the oldest used "
                            + random.nextInt(900)
                            + " s ago";
            case 2 ->
                    "user u"
                            + i
                            + " logged in from 192.168."
                            + random.nextInt(256)
                            + "."
                            + random.nextInt(256)
                            + " with a token of session "
                            + i;
            case 3 ->
                    "block blk_"
                            + i
                            + " of file /data/"
                            + random.nextInt(100)
                            + "/part-"
                            + i
                            + " written to three nodes in the usual order";
            default ->
                    "connection "
                            + i
                            + " closed by peer after "
                            + random.nextInt(60)
                            + " s, nothing left to send, state was idle";
        };
    }

    /** The best of three runs, so that what the JVM compiles on the way does not count. */
    private static void measure(String name, Supplier<Object> operation) {
        double best = Double.MAX_VALUE;
        int runs = name.startsWith("Tablesaw") ? 1 : 3;
        for (int run = 0; run < runs; run++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Object result = operation.get();
            long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            best = Math.min(best, (after - before) / 1e9);
            if (result.hashCode() == 42) {
                System.out.print("");
            }
        }
        System.out.printf(Locale.ROOT, "%-36s %8.3f s%n", name, best);
    }
}
