package dev.tamias.table;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Rows into tables: the sink beside Tablesaw's own ways, in CPU time of the thread and heap a row. Run by
 * hand: {@code java … dev.tamias.table.SinkBenchmark [rows [own]]}, where {@code own} leaves Tablesaw out. The
 * cells are made beforehand, as UTF-8 in one array as a parser leaves them in its memory, and as fresh Strings
 * for the sinks that take those, so their cost is not in the figures.
 */
final class SinkBenchmark {

    private static final List<String> NAMES =
            List.of("Time", "Level", "Component", "Thread", "Count", "Message");

    /** So few that their cells are still in the processor's cache, as right after decoding. */
    private static final int BATCH = 500;

    private static final int ROUNDS = 7;

    private SinkBenchmark() {}

    public static void main(String[] args) {
        int rows = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        System.out.printf(
                Locale.ROOT, "%d rows of 5 cells and a message of ~85 characters%n", rows);
        for (boolean unique : new boolean[] {true, false}) {
            System.out.println(unique ? "messages all different" : "messages of 300 kinds");
            run("sink, types found", rows, unique, () -> new Typed(TableOptions.defaults()));
            run("sink of Strings", rows, unique, () -> new OfStrings(TableOptions.defaults()));
            run("sink, text", rows, unique, () -> new Typed(TableOptions.defaults().asText()));
            run(
                    "sink, 2 columns, where",
                    rows,
                    unique,
                    () ->
                            new Typed(
                                    TableOptions.defaults()
                                            .columns("Time", "Level")
                                            .where(RowFilter.is("Level", "ERROR"))));
            if (args.length > 1) {
                continue;
            }
            run("Tablesaw, cells", rows, unique, PerCell::new);
            run("Tablesaw, appendRow", rows / 4, unique, PerRow::new);
            run("Tablesaw, one-row tables", rows / 50, unique, OneRowTables::new);
        }
    }

    private static void run(String name, int rows, boolean unique, Supplier<Filler> fillers) {
        long best = Long.MAX_VALUE;
        long bestBuild = 0;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Filler filler = fillers.get();
            Random random = new Random(1);
            long before = used();
            long cpu = 0;
            for (int from = 0; from < rows; from += BATCH) {
                List<List<String>> strings =
                        batch(from, Math.min(BATCH, rows - from), unique, random);
                List<? extends List<String>> batch = filler.prepared(strings);
                long start = cpu();
                for (List<String> cells : batch) {
                    filler.append(cells);
                }
                cpu += cpu() - start;
            }
            long start = cpu();
            Table table = filler.table();
            long build = cpu() - start;
            filler = null;
            bytes = (used() - before) / rows;
            if (table.rowCount() < 0) {
                throw new IllegalStateException();
            }
            if (cpu + build < best) {
                best = cpu + build;
                bestBuild = build;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %-26s %6.3f us a row (%.3f of it in table())  %6.2f M rows/s  %4d B a row%n",
                name,
                best / 1e3 / rows,
                bestBuild / 1e3 / rows,
                rows * 1e3 / best,
                bytes);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static List<List<String>> batch(int from, int count, boolean unique, Random random) {
        String[] levels = {"DEBUG", "INFO", "INFO", "INFO", "WARN", "ERROR"};
        List<List<String>> batch = new ArrayList<>(count);
        for (int row = from; row < from + count; row++) {
            int kind = unique ? row : random.nextInt(300);
            long millis = row * 7L;
            batch.add(
                    List.of(
                            String.format(
                                    Locale.ROOT,
                                    "2025-01-%02d %02d:%02d:%02d.%03d",
                                    1 + millis / 86_400_000,
                                    millis / 3_600_000 % 24,
                                    millis / 60_000 % 60,
                                    millis / 1000 % 60,
                                    millis % 1000),
                            new String(levels[random.nextInt(6)]),
                            "dev.example.component." + random.nextInt(40),
                            "worker-" + random.nextInt(16),
                            String.valueOf(random.nextInt(100_000)),
                            "request 10.0.0.7 took "
                                    + kind
                                    + " ms for a path that is as long as"
                                    + " they mostly are in such logs"));
        }
        return batch;
    }

    private interface Filler {
        /** The rows as the sink is given them. */
        default List<? extends List<String>> prepared(List<List<String>> rows) {
            return rows;
        }

        void append(List<String> cells);

        Table table();
    }

    private static final class Typed implements Filler {

        private final TableSink sink;

        Typed(TableOptions options) {
            sink = new TableSink("t", new ColumnPlan(NAMES), options);
        }

        @Override
        public List<? extends List<String>> prepared(List<List<String>> rows) {
            return Encoded.of(rows);
        }

        @Override
        public void append(List<String> cells) {
            sink.append(cells);
        }

        @Override
        public Table table() {
            return sink.table();
        }
    }

    private static final class OfStrings implements Filler {

        private final TableSink sink;

        OfStrings(TableOptions options) {
            sink = new TableSink("t", new ColumnPlan(NAMES), options);
        }

        @Override
        public void append(List<String> cells) {
            sink.append(cells);
        }

        @Override
        public Table table() {
            return sink.table();
        }
    }

    private static Table empty() {
        Table table = Table.create("t");
        for (String name : NAMES) {
            table.addColumns(
                    name.equals("Count") ? LongColumn.create(name) : StringColumn.create(name));
        }
        return table;
    }

    private static final class PerCell implements Filler {

        private final Table table = empty();

        @Override
        public void append(List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                if (i == 4) {
                    table.longColumn(i).append(Long.parseLong(cells.get(i)));
                } else {
                    table.stringColumn(i).append(cells.get(i));
                }
            }
        }

        @Override
        public Table table() {
            return table;
        }
    }

    private static final class PerRow implements Filler {

        private final Table table = empty();

        @Override
        public void append(List<String> cells) {
            fill(table.appendRow(), cells);
        }

        static void fill(Row row, List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                if (i == 4) {
                    row.setLong(NAMES.get(i), Long.parseLong(cells.get(i)));
                } else {
                    row.setString(NAMES.get(i), cells.get(i));
                }
            }
        }

        @Override
        public Table table() {
            return table;
        }
    }

    private static final class OneRowTables implements Filler {

        private final Table table = empty();

        @Override
        public void append(List<String> cells) {
            Table one = empty();
            PerRow.fill(one.appendRow(), cells);
            table.append(one);
        }

        @Override
        public Table table() {
            return table;
        }
    }
}
