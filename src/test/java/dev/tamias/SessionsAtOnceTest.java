package dev.tamias;

import static dev.tamias.Bytes.sample;
import static dev.tamias.Bytes.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tech.tablesaw.api.Table;

/** Several sessions at once on the one engine, each with instances of its own. */
@Timeout(180)
class SessionsAtOnceTest {

    private static List<SourceStep> eight() {
        Plugins logs = Plugins.scan();
        Path log = Path.of("src/main/resources/dev/tamias/samples/lines.log");
        return List.of(
                logs.parser("lines").over(sample("lines.log")),
                logs.parser("lines").set("format", "common").over(sample("lines.log")),
                logs.parser("dlt").over(sample("sample.dlt")),
                logs.parser("dlt").over(sample("attachments.dlt")),
                logs.parser("fields").over(sample("fields.csv")),
                logs.parser("fields").set("separator", " ").over(sample("access.log")),
                logs.parser("lines").over(source("file-source").set("input-path", log)),
                logs.parser("dlt")
                        .over(sample("sample.dlt"))
                        .then(logs.parser("fields").set("separator", " ").on("PAYLOAD")));
    }

    private static String outcome(SourceStep step) {
        Parsed parsed = step.located().parse();
        Table table = parsed.table();
        return table.write().toString("csv") + parsed.summary() + parsed.attachments().size();
    }

    @Test
    void eight_sessions_of_four_plugins_give_what_they_give_one_by_one() throws Exception {
        List<SourceStep> steps = eight();
        List<String> serial = steps.stream().map(SessionsAtOnceTest::outcome).toList();
        ExecutorService callers = Executors.newFixedThreadPool(steps.size());
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            steps.forEach(step -> tasks.add(() -> outcome(step)));
            List<String> together = new ArrayList<>();
            for (Future<String> each : callers.invokeAll(tasks)) {
                together.add(each.get());
            }

            assertThat(together).isEqualTo(serial);
        } finally {
            callers.shutdownNow();
        }
    }
}
