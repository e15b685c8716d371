package dev.tamias.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.Attachment;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AttachmentTableTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

    private static AttachmentTable table() {
        AttachmentTable table = new AttachmentTable();
        table.add(
                7,
                new Attachment(
                        "../../etc/passwd.txt",
                        100,
                        "2024-01-01",
                        null,
                        List.of(3L, 7L),
                        "text".getBytes(UTF_8)));
        table.add(-1, new Attachment("picture", 10, null, null, List.of(), PNG));
        table.add(9, new Attachment("", 0, null, null, List.of(), new byte[0]));
        return table;
    }

    @Test
    void says_what_an_attachment_is() {
        Table table = table().table();

        assertThat(table.stringColumn("Name").get(0)).isEqualTo("../../etc/passwd.txt");
        assertThat(table.longColumn("Size").asObjectArray()).containsExactly(4L, 10L, 0L);
        assertThat(table.longColumn("Stated size").asObjectArray()).containsExactly(100L, 10L, 0L);
        assertThat(table.stringColumn("Created").asList()).containsExactly("2024-01-01", "", "");
        assertThat(table.stringColumn("Media type").asList())
                .containsExactly("text/plain", "image/png", "application/octet-stream");
        assertThat(table.longColumn("Row").asObjectArray()).containsExactly(7L, null, 9L);
        assertThat(table.stringColumn("Rows").asList()).containsExactly("3 7", "", "");
    }

    @Test
    void joins_with_the_rows_of_the_log() {
        Table log =
                Table.create(
                        "log",
                        LongColumn.create("Row", 3, 7, 8, 9),
                        StringColumn.create("Message", "three", "seven", "eight", "nine"));

        Table joined = table().rows().joinOn("Row").with(log).join();

        assertThat(joined.stringColumn("Message").asList())
                .containsExactlyInAnyOrder("three", "seven", "nine");
    }

    @Test
    void without_attachments_the_tables_are_empty() {
        AttachmentTable none = AttachmentTable.of(List.of());

        assertThat(none.table().rowCount()).isZero();
        assertThat(none.rows().rowCount()).isZero();
    }
}
