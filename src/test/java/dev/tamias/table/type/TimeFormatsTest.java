package dev.tamias.table.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A format remembers the cell before; what it says of the next must not depend on it. */
class TimeFormatsTest {

    private static final long SEED = 20_261_123;

    /** Where what stands behind the seconds is not, or not only, their fraction. */
    private static final List<String> UNUSUAL =
            List.of(
                    "yyyy-MM-dd HH:mm:ss.dd",
                    "yyyy-MM-dd HH:mm:ss.dd.S",
                    "HH:mm:ss dd.S",
                    "ss HH:mm",
                    "ss.S HH:mm",
                    "HH:mm:ss:SSS",
                    "HH:mm:ss:SSS[X]",
                    "HH:mm:ss'.1'S",
                    "HH:mm:ss'.'S",
                    "HH:mm:ss[.S][.S]",
                    "HH:mm:ss.S S",
                    "HH:mm:ss[.S][,S]",
                    "HH:mm:ssSSS",
                    "ss HH:mm:ss",
                    "HH:mm:ss[.S'x']",
                    "HH:mm[:ss]",
                    "HH:mm:ss[ ss]",
                    "HH:mm");

    static Stream<String> patterns() {
        return Stream.concat(
                TimeFormats.of(false).stream().map(TimeFormat::pattern), UNUSUAL.stream());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void a_cell_is_read_as_if_it_were_the_first(String pattern) {
        Random random = new Random(SEED);
        TimeFormat format = TimeFormats.declared(pattern);
        String last = example(pattern, random);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean another = random.nextInt(50) == 0;
            String cell = another ? example(pattern, random) : changed(last, random);
            byte[] utf8 = ("ab" + cell + "12").getBytes(UTF_8);
            TimeFormat fresh = format.again();
            long expected = fresh.parse(utf8, 2, utf8.length - 2);
            assertEquals(expected, format.parse(utf8, 2, utf8.length - 2), cell);
            if (expected != CellParser.NOT) {
                assertEquals(fresh.offset(), format.offset(), cell);
                last = cell;
                read++;
            }
        }
        assertTrue(read > 2_000, read + " cells were times");
    }

    /** A text of the pattern: what may be missing is there or not. */
    private static String example(String pattern, Random random) {
        String text = pattern.replace("'['", "(").replace("']'", ")");
        while (text.contains("[")) {
            text = text.replaceFirst("\\[([^]]*)]", random.nextBoolean() ? "$1" : "");
        }
        String[] zones = {"Z", "+01:00", "-0330", "UTC"};
        return text.replace("'T'", "\1")
                .replace("'", "")
                .replace("EEE", "\2")
                .replace("MMM", "\3")
                .replace("yyyy", "2024")
                .replace("yy", "24")
                .replace("DDD", "138")
                .replace("MM", "05")
                .replaceAll("dd?", "17")
                .replace("HH", "10")
                .replace("mm", "59")
                .replace("ss", String.valueOf(10 + random.nextInt(50)))
                .replaceAll("S+", String.valueOf(random.nextInt(1_000)))
                .replace("X", zones[random.nextInt(zones.length)])
                .replace("(", "[")
                .replace(")", "]")
                .replace("\1", "T")
                .replace("\2", "Fri")
                .replace("\3", "May");
    }

    /** The cell with another digit or two, as that of the next row, or seldom with any other character. */
    private static String changed(String cell, Random random) {
        StringBuilder text = new StringBuilder(cell);
        int last = random.nextInt(4) == 0 ? 0 : Math.max(0, cell.length() - 12);
        for (int i = last; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) && random.nextInt(4) == 0) {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(40)) {
            case 0 -> text.deleteCharAt(at).append('0').toString();
            case 1 -> text.insert(at, random.nextInt(10)).toString();
            case 2 -> text.insert(at, ".,: Zx".charAt(random.nextInt(6))).toString();
            default -> text.toString();
        };
    }
}
