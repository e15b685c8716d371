///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS dev.tamias:tamias:0.1.0-SNAPSHOT
//JAVA_OPTIONS -XX:-DontCompileHugeMethods -XX:-ClipInlining

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.sample;

import dev.tamias.Plugins;
import dev.tamias.table.LogTables;

/** The slowest requests of a log that says "took 75.2 ms": {@code Slowest.java [LOG]}. */
class Slowest {

    public static void main(String[] arguments) {
        var log = arguments.length > 0 ? file(arguments[0]) : sample("lines.log");
        var table = Plugins.scan().parser("lines").set("format", "common").over(log).table();
        var times = LogTables.of(table).extract("Message", "took (?<Milliseconds>[0-9.]+) ms").table();
        times = times.where(times.column("Milliseconds").isNotMissing());
        System.out.println(
                times.sortDescendingOn("Milliseconds")
                        .first(10)
                        .selectColumns("Timestamp", "Component", "Milliseconds", "Message")
                        .print());
    }
}
