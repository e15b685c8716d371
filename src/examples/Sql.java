///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS dev.tamias:tamias:0.1.0-SNAPSHOT
//DEPS org.duckdb:duckdb_jdbc:1.4.1.0
//JAVA_OPTIONS -XX:-DontCompileHugeMethods -XX:-ClipInlining

import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.sample;

import dev.tamias.Plugins;

/** A question in SQL, of a log that need not fit into memory: {@code Sql.java [LOG [QUESTION]]}. */
class Sql {

    public static void main(String[] arguments) {
        var log = arguments.length > 0 ? file(arguments[0]) : sample("lines.log");
        String question =
                arguments.length > 1
                        ? arguments[1]
                        : """
                        select "Component", count(*) as lines, count(*) filter (where "Level" = 'ERROR') as errors
                        from log group by 1 order by 3 desc
                        """;
        System.out.println(
                Plugins.scan()
                        .parser("lines")
                        .set("format", "common")
                        .over(log)
                        .sql(question)
                        .print());
    }
}
