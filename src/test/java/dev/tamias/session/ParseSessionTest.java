package dev.tamias.session;

import static dev.tamias.session.TestParsers.bundled;
import static dev.tamias.session.TestParsers.faulty;
import static dev.tamias.session.TestParsers.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseSessionTest {

    @ParameterizedTest
    @CsvSource({
        "lines, lines.log, 1", "lines, lines.log, 37", "lines, lines.log, 5000",
        "dlt, sample.dlt, 1", "dlt, sample.dlt, 37", "dlt, sample.dlt, 5000",
        "fields, fields.csv, 1", "fields, fields.csv, 37", "fields, fields.csv, 5000"
    })
    void the_rows_are_the_same_for_every_slicing(String plugin, String sample, int slice)
            throws IOException {
        byte[] input = Files.readAllBytes(TestParsers.RESOURCES.resolve("samples").resolve(sample));
        Outcome whole = run(bundled(plugin), input, ParsePolicy.DEFAULT);

        Outcome sliced = run(bundled(plugin), input, ParsePolicy.DEFAULT.withFirstSlice(slice));

        assertThat(sliced.items()).isEqualTo(whole.items());
        assertThat(sliced.counts()).isEqualTo(whole.counts());
        assertThat(whole.items()).isNotEmpty();
        assertThat(whole.summary().total()).isEqualTo(input.length);
        assertThat(whole.summary().complete()).isTrue();
    }

    @Test
    void an_unterminated_line_is_left_or_parsed_as_the_policy_says() {
        byte[] input = "one\ntwo".getBytes(StandardCharsets.UTF_8);

        Outcome left = run(bundled("lines"), input, ParsePolicy.DEFAULT);
        Outcome parsed =
                run(
                        bundled("lines"),
                        input,
                        ParsePolicy.DEFAULT.withTail(ParsePolicy.Tail.NEWLINE));

        assertThat(left.items()).containsExactly("0+4 [one]");
        assertThat(left.counts()).isEqualTo("1 rows, 4 consumed, 0 skipped, 3 tail, SOURCE_END");
        assertThat(parsed.items()).containsExactly("0+4 [one]", "4+3 [two]");
        assertThat(parsed.counts()).isEqualTo("2 rows, 7 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void an_empty_input_has_no_rows_and_no_error() {
        Outcome outcome = run(bundled("dlt"), new byte[0], ParsePolicy.DEFAULT);

        assertThat(outcome.counts()).isEqualTo("0 rows, 0 consumed, 0 skipped, 0 tail, SOURCE_END");
    }

    @Test
    void parse_errors_skip_a_byte_each_until_the_initial_limit() {
        byte[] input = new byte[5_000];

        assertThat(run(faulty("parse-error"), input, ParsePolicy.DEFAULT).sentence())
                .contains("found no item in the first 1024 bytes")
                .contains("at byte 1024");
    }

    @Test
    void an_input_of_parse_errors_alone_is_an_error() {
        assertThat(run(faulty("parse-error"), new byte[100], ParsePolicy.DEFAULT).sentence())
                .contains("found no item in all 100 bytes");
    }

    @Test
    void a_parser_that_says_end_leaves_the_rest() {
        Outcome outcome = run(faulty("eof"), new byte[100], ParsePolicy.DEFAULT);

        assertThat(outcome.counts())
                .isEqualTo("0 rows, 0 consumed, 0 skipped, 100 tail, PARSER_EOF");
    }

    @Test
    void a_slice_that_holds_no_item_grows_to_its_limit_and_no_further() {
        ParsePolicy small = ParsePolicy.DEFAULT.withFirstSlice(1 << 10).withLongestSlice(8 << 10);

        assertThat(run(faulty("incomplete"), new byte[100_000], small).sentence())
                .contains("finds no whole item in 8192 bytes");
    }
}
