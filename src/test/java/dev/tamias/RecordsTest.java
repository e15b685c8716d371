package dev.tamias;

import static dev.tamias.Bytes.bytes;
import static dev.tamias.Bytes.file;
import static dev.tamias.Bytes.files;
import static dev.tamias.Bytes.sample;
import static dev.tamias.table.RowFilter.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.model.TamiasException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Raw records of chosen rows, cut out of the input once more. */
class RecordsTest {

    private static final Path LOG = Path.of("src/main/resources/dev/tamias/samples/lines.log");

    @TempDir private Path directory;

    private static ParserStep common() {
        return Plugins.scan().parser("lines").set("format", "common");
    }

    @Test
    void the_records_of_rows_are_their_bytes_in_the_input() throws IOException {
        SourceStep step = common().over(file(LOG)).located();
        List<String> errors;
        try (Stream<String> lines = Files.lines(LOG)) {
            errors = lines.filter(each -> each.contains(" ERROR ")).toList();
        }
        Table rows = step.where(is("Level", "ERROR")).table();

        Records records = step.records(rows);

        assertThat(records.texts()).isNotEmpty().allMatch(each -> errors.contains(firstLine(each)));
        assertThat(records.size()).isEqualTo(rows.rowCount()).isEqualTo(errors.size());
        Path saved = records.save(directory.resolve("errors.log"));
        Table again = common().over(file(saved)).table();
        assertThat(again.stringColumn("Message").asList())
                .isEqualTo(rows.stringColumn("Message").asList());
    }

    private static String firstLine(String record) {
        return record.lines().findFirst().orElseThrow();
    }

    @Test
    void all_records_together_are_the_input() throws IOException {
        SourceStep step = common().over(file(LOG)).located();

        Path all = step.records(step.table()).save(directory.resolve("all.log"));

        assertThat(all).hasSameBinaryContentAs(LOG);
    }

    @Test
    void rows_may_come_in_any_order_and_twice() throws IOException {
        SourceStep step = common().over(file(LOG)).located();
        Table backwards = step.table().sortDescendingOn("Offset");
        Table twice = backwards.append(backwards.copy());

        List<String> texts = step.records(twice).texts();

        int rows = texts.size() / 2;
        assertThat(texts.subList(0, rows)).isEqualTo(texts.subList(rows, 2 * rows));
        try (Stream<String> lines = Files.lines(LOG)) {
            assertThat(texts.get(rows - 1)).startsWith(lines.findFirst().orElseThrow());
        }
    }

    @Test
    void records_of_a_packed_file_are_its_contents() throws IOException {
        Path packed = directory.resolve("lines.log.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(LOG, out);
        }
        SourceStep step = common().over(file(packed)).located();

        Path all = step.records(step.table()).save(directory.resolve("all.log"));

        assertThat(all).hasSameBinaryContentAs(LOG);
    }

    @Test
    void records_of_a_trace_make_a_trace() throws IOException {
        SourceStep step = Plugins.scan().parser("dlt").over(sample("sample.dlt")).located();
        Table table = step.table();

        Path some = step.records(table.first(3)).save(directory.resolve("some.dlt"));

        Table again = Plugins.scan().parser("dlt").over(file(some)).table();
        assertThat(again.stringColumn("PAYLOAD").asList())
                .isEqualTo(table.first(3).stringColumn("PAYLOAD").asList());
    }

    @Test
    void of_several_files_each_row_knows_its_own() throws IOException {
        Path first = Files.writeString(directory.resolve("a.log"), "one\ntwo\n");
        Path second = Files.writeString(directory.resolve("b.log"), "three\nfour\n");
        SourceStep step = Plugins.scan().parser("lines").over(files(first, second)).located();
        Table table = step.table();

        assertThat(step.records(table.rows(0, 3)).texts()).containsExactly("one", "four");
    }

    @Test
    void what_cannot_be_cut_says_why() throws IOException {
        SourceStep plain = common().over(file(LOG));
        assertThatThrownBy(() -> plain.records(plain.table()))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("located()");

        byte[] text = "one\n".getBytes(StandardCharsets.UTF_8);
        SourceStep once =
                Plugins.scan()
                        .parser("lines")
                        .over(bytes(new ByteArrayInputStream(text)))
                        .located();
        assertThatThrownBy(() -> once.records(once.table()))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("read only once");

        Path log = Files.writeString(directory.resolve("cut.log"), "one\ntwo\nthree\n");
        SourceStep cut = Plugins.scan().parser("lines").over(file(log)).located();
        Table table = cut.table();
        Files.writeString(log, "one\n");
        assertThatThrownBy(() -> cut.records(table))
                .isInstanceOf(TamiasException.class)
                .hasMessageContaining("no longer the bytes of row 1")
                .hasMessageContaining("ends at byte 4");
    }
}
