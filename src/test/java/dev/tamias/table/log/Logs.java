package dev.tamias.table.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Logs made by chance from a seed: ties, times that jump back, missing cells of every kind. */
final class Logs {

    static final String[] LEVELS = {
        "INFO", "INFO", "INFO", "INFO", "DEBUG", "DEBUG", "WARN", "ERROR"
    };

    private final Random random;
    private final double missing;

    /**
     * @param missing share of cells that are missing
     */
    Logs(long seed, double missing) {
        this.random = new Random(seed);
        this.missing = missing;
    }

    private boolean misses() {
        return random.nextDouble() < missing;
    }

    /**
     * A log with the columns Time, Level, Component, Message, Took and Value.
     *
     * @param from its least possible time
     * @param seconds its length
     * @param jitter seconds by which a time may be out of order
     */
    Table log(String name, int rows, Instant from, long seconds, long jitter) {
        InstantColumn time = InstantColumn.create("Time");
        StringColumn level = StringColumn.create("Level");
        StringColumn component = StringColumn.create("Component");
        StringColumn message = StringColumn.create("Message");
        IntColumn took = IntColumn.create("Took");
        DoubleColumn value = DoubleColumn.create("Value");
        for (int row = 0; row < rows; row++) {
            long millis = seconds * 1000 * row / Math.max(1, rows);
            long shift = jitter == 0 ? 0 : random.nextLong(jitter * 1000);
            // Whole seconds often, so that there are ties.
            long at = (millis + shift) / (random.nextBoolean() ? 1000 : 1) * 1;
            Instant instant = from.plusMillis(millis + shift);
            if (at % 2 == 0) {
                instant = Instant.ofEpochSecond(instant.getEpochSecond());
            }
            time.append(misses() ? null : instant);
            level.append(misses() ? "" : LEVELS[random.nextInt(LEVELS.length)]);
            component.append(misses() ? "" : "component-" + (char) ('a' + random.nextInt(14)));
            message.append(misses() ? "" : message());
            if (misses()) {
                took.appendMissing();
            } else {
                took.append(random.nextInt(50));
            }
            value.append(misses() ? Double.NaN : random.nextInt(4) - 1.5);
        }
        return Table.create(name, time, level, component, message, took, value);
    }

    private String message() {
        return switch (random.nextInt(5)) {
            case 0 -> "request " + random.nextInt(1000) + " took " + random.nextInt(90) + " ms";
            case 1 -> "cache " + (char) ('a' + random.nextInt(4)) + " is full";
            case 2 -> "user " + random.nextInt(9) + " logged in";
            case 3 -> "ratio=" + random.nextInt(10) + "." + random.nextInt(10) + " ok";
            default -> "connection closed";
        };
    }

    /** The same log with local times. */
    static Table local(Table log) {
        DateTimeColumn time = DateTimeColumn.create("Time");
        for (Instant instant : log.instantColumn("Time")) {
            time.append(instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
        return replaced(log, time);
    }

    /** The same log with nanoseconds beside its times, which tell rows of one millisecond apart. */
    Table nanoseconds(Table log) {
        LongColumn nanos = LongColumn.create("Time ns");
        for (Instant instant : log.instantColumn("Time")) {
            if (instant == null) {
                nanos.appendMissing();
            } else {
                nanos.append(instant.toEpochMilli() * 1_000_000 + random.nextInt(1_000_000));
            }
        }
        return log.copy().addColumns(nanos);
    }

    private static Table replaced(Table log, DateTimeColumn time) {
        Table copy = log.copy();
        copy.replaceColumn("Time", time);
        return copy;
    }
}
