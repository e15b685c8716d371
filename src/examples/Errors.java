///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS dev.tamias:tamias:0.1.0-SNAPSHOT
//JAVA_OPTIONS -XX:-DontCompileHugeMethods -XX:-ClipInlining

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.sample;
import static dev.tamias.table.LogTables.column;

import dev.tamias.Plugins;
import dev.tamias.table.LogTables;
import java.time.Duration;

/** Which part of a service fails, and when: {@code Errors.java [LOG]}. */
class Errors {

    public static void main(String[] arguments) {
        var log = arguments.length > 0 ? file(arguments[0]) : sample("lines.log");
        var table = Plugins.scan().parser("lines").set("format", "common").over(log).table();
        var errors = LogTables.of(table).where(column("Level").is("ERROR"));
        System.out.println(errors.countBy("Component").print());
        System.out.println(errors.buckets(Duration.ofMinutes(1)).print());
    }
}
