package dev.tamias.check;

import dev.tamias.model.Attachment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as a run gave it, kept to be compared. Where it lies in the input is not compared: parsers may
 * count what they skip to the item before or behind it.
 */
record Row(long offset, long length, @Nullable List<String> cells, @Nullable String attachment) {

    private static final int LONGEST_SHOWN = 120;

    static Row of(
            long offset,
            long length,
            @Nullable List<String> cells,
            @Nullable Attachment attachment) {
        return new Row(
                offset,
                length,
                cells == null ? null : List.copyOf(cells),
                attachment == null
                        ? null
                        : attachment.name() + " " + Arrays.hashCode(attachment.data()));
    }

    boolean sameAs(Row other) {
        return java.util.Objects.equals(cells, other.cells)
                && java.util.Objects.equals(attachment, other.attachment);
    }

    /** The first byte behind it. */
    long end() {
        return offset + length;
    }

    /** The row as a person quotes it. */
    String shown() {
        String text =
                (cells == null ? "" : cells.toString())
                        + (attachment == null ? "" : " with attachment " + attachment);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** How two runs differ, as a clause; null where they do not. */
    static @Nullable String difference(List<Row> expected, List<Row> found) {
        int both = Math.min(expected.size(), found.size());
        for (int i = 0; i < both; i++) {
            if (!expected.get(i).sameAs(found.get(i))) {
                return "row "
                        + i
                        + " (counted from 0, at byte "
                        + expected.get(i).offset()
                        + ") is "
                        + found.get(i).shown()
                        + " in place of "
                        + expected.get(i).shown();
            }
        }
        return expected.size() == found.size()
                ? null
                : "there are " + found.size() + " rows in place of " + expected.size();
    }
}
