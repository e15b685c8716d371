package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tamias.Bytes;
import dev.tamias.Log;
import dev.tamias.Parsed;
import dev.tamias.Plugins;
import dev.tamias.SourceStep;
import dev.tamias.TableIncomplete;
import dev.tamias.host.RunLog;
import dev.tamias.model.Attachment;
import dev.tamias.model.HostException;
import dev.tamias.model.LogLevel;
import dev.tamias.model.Trouble;
import dev.tamias.session.ParseSummary;
import dev.tamias.session.SkippedRange;
import dev.tamias.table.AttachmentTable;
import dev.tamias.table.TypedTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run leads to, as pages. */
class ResultPagesTest {

    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Attachment attachment(String name, byte[] data) {
        return new Attachment(name, 7, name, name, List.of(1L, 2L), data);
    }

    private static SourceStep lines(String text) {
        return Plugins.scan().parser("lines").over(Bytes.bytes(utf8(text)));
    }

    private static Log log(int entries) {
        List<RunLog.Entry> list = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            LogLevel level = LogLevel.values()[i % LogLevel.values().length];
            String text = i + " " + Pages.hostile(i);
            list.add(
                    new RunLog.Entry(
                            Instant.EPOCH,
                            level,
                            RunLog.Kind.LOG,
                            text,
                            text,
                            OptionalLong.of(i),
                            text));
        }
        return new Log(list, 5);
    }

    @Test
    void an_error_says_how_far_it_came_what_the_plugin_said_and_what_to_do_next() {
        SourceStep step =
                Plugins.scan()
                        .parser("src/test/resources/plugins/faulty/faulty.wasm")
                        .set("fault", "trap")
                        .over(Bytes.bytes(utf8("1\n2\n3\n")));
        TableIncomplete failure = catchThrowableOfType(TableIncomplete.class, step::table);
        Document page = Pages.harmless(ErrorPage.of(failure));

        assertThat(page.select(".failure b").eachText()).contains("Trap", "Next:");
        assertThat(page.text())
                .contains("docs/troubleshooting.md#trap", ".restarts(3)", "Before that", "Ended")
                .contains("The plugins' log");
    }

    @ParameterizedTest
    @EnumSource
    void every_trouble_has_its_next_step(Trouble trouble) {
        Document page = Pages.harmless(ErrorPage.of(new HostException(trouble, "It is so.")));

        assertThat(page.text()).contains("It is so.", "Next: " + NextStep.of(trouble));
        assertThat(NextStep.of(trouble)).endsWith(".").hasSizeBetween(20, 110);
    }

    @Test
    void hostile_text_in_an_error_stays_text() {
        for (int i = 0; i < 40; i++) {
            HostException error = new HostException(Trouble.INPUT, Pages.hostile(i));
            error.addSuppressed(new HostException(Trouble.INPUT, Pages.hostile(100 + i)));

            Pages.harmless(ErrorPage.of(error));
        }
    }

    @Test
    void a_summary_accounts_for_every_byte() {
        SkippedRange range = new SkippedRange(50, 20, SkippedRange.Reason.PARSE_ERROR);
        ParseSummary summary =
                new ParseSummary(
                        9,
                        1,
                        970,
                        20,
                        10,
                        990,
                        3,
                        1,
                        2,
                        4,
                        1,
                        List.of(range),
                        30,
                        ParseSummary.End.FAILED);
        Document page = Pages.harmless(SummaryTable.of(summary));

        assertThat(page.select("tr").eachText())
                .contains(
                        "Rows 9",
                        "Bytes read 1,000",
                        "made items 970 (97.00 %)",
                        "skipped 20 (2.00 %)",
                        "left 10 (1.00 %), from byte 990",
                        "Restarts 2",
                        "Ended because it failed",
                        "at byte 50 20 bytes, no item to the parser");
        assertThat(page.select(".note").text()).isEqualTo("… 29 more ranges.");
        assertThat(page.select("td.warn")).hasSize(5);
    }

    @Test
    void a_byte_of_millions_is_neither_nothing_nor_rounded_away() {
        Document page =
                Pages.harmless(
                        SummaryTable.of(
                                new ParseSummary(
                                        1,
                                        0,
                                        9_999_999,
                                        1,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        List.of(),
                                        0,
                                        ParseSummary.End.SOURCE_END)));

        assertThat(page.select("tr").eachText())
                .contains("made items 9,999,999 (99.99 %)", "skipped 1 (< 0.01 %)", "left 0");
    }

    @Test
    void a_log_shows_its_latest_lines_as_text() {
        String html = LogPage.of(log(5_000));
        Document page = Pages.harmless(html);

        assertThat(html).hasSizeLessThan(80_000);
        assertThat(page.select(".top").text()).startsWith("5,005 lines");
        assertThat(page.select("table.log tr").last().text()).contains("4999");
        assertThat(page.select(".note").first().text()).endsWith("earlier lines.");
    }

    @Test
    void a_small_picture_is_in_the_page_whatever_its_name_says() {
        Document page = Pages.harmless(AttachmentView.of(attachment("'\"><b>.txt", PNG)));

        assertThat(page.select("img").attr("src")).startsWith("data:image/png;base64,iVBOR");
        assertThat(page.select("img").attr("alt")).isEqualTo("'\"><b>.txt");
        assertThat(page.text()).contains("text/plain", "70 bytes, and 7 are stated", "Rows 1, 2");
    }

    @Test
    void a_picture_that_can_hold_a_script_is_shown_as_text() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        Document page = Pages.harmless(AttachmentView.of(attachment("x.svg", utf8(svg))));

        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("pre").text()).isEqualTo(svg);
    }

    @Test
    void of_a_large_text_the_start_is_shown_and_never_half_a_character() {
        Document page =
                Pages.harmless(AttachmentView.of(attachment("t", utf8("a" + "ä".repeat(90_000)))));

        assertThat(page.select("pre").text()).matches("aä{999}");
        assertThat(page.select(".note").text()).isEqualTo("This is its start.");
    }

    @Test
    void what_is_no_text_is_shown_by_its_bytes() {
        byte[] data = new byte[300];
        data[1] = 'A';
        data[2] = (byte) 0xff;
        Document page = Pages.harmless(AttachmentView.of(attachment("b", data)));

        assertThat(page.select("pre").text()).contains("0000  00 41 ff", ".A..", "00f0");
        assertThat(page.select("pre").text()).doesNotContain("0100");
    }

    @Test
    void a_picture_that_is_too_large_for_a_page_is_left_out() {
        byte[] data = new byte[600_000];
        System.arraycopy(PNG, 0, data, 0, PNG.length);

        assertThat(AttachmentView.of(attachment("x.png", data))).hasSizeLessThan(12_000);
    }

    @Test
    void hostile_attachments_stay_text() {
        for (int i = 0; i < 40; i++) {
            Attachment each = attachment(Pages.hostile(i), utf8(Pages.hostile(i + 100)));

            Pages.harmless(AttachmentView.of(each));
        }
    }

    @Test
    void an_outcome_shows_counts_columns_attachments_and_log() {
        Parsed real = lines("a\nb\n").parse();
        List<Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            attachments.add(attachment(Pages.hostile(i), i % 2 == 0 ? PNG : utf8("text " + i)));
        }
        real.table().setName(Pages.hostile(7));
        Parsed parsed =
                new Parsed(
                        () -> new TypedTable(real.table(), real.report()),
                        AttachmentTable.of(attachments),
                        real.summaries(),
                        log(50));
        Document page = Pages.harmless(ParsedPage.of(parsed));

        assertThat(page.select(".top").text()).endsWith("2 rows × 1 column");
        assertThat(page.select("h4").text()).isEqualTo("30 attachments");
        assertThat(page.select("img")).hasSize(10);
        assertThat(page.select(".note").eachText()).contains("… 10 more attachments.");
        assertThat(page.select("table.log tr")).isNotEmpty();
    }

    @Test
    void a_step_says_what_it_would_run() {
        Document parser =
                Pages.harmless(StepPage.of(Plugins.scan().parser("lines").set("format", "common")));
        Document source = Pages.harmless(StepPage.of(lines("a\n")));

        assertThat(parser.text()).contains("lines 0.1.0", "format = common", "Nothing has run yet");
        assertThat(parser.select("table.form code").eachText())
                .contains(".set(\"format\", \"plain\")");
        assertThat(source.text()).contains("lines 0.1.0", ".table() runs it");
    }

    @Test
    void a_step_that_cannot_be_run_says_why() {
        Document page = Pages.harmless(StepPage.of(Plugins.scan().parser("<b>no such")));

        assertThat(page.text()).contains("no parser").contains("<b>no such");
    }
}
