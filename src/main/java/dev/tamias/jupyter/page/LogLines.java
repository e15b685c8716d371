package dev.tamias.jupyter.page;

import dev.tamias.host.RunLog;
import dev.tamias.model.LogLevel;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The latest entries of a run log, oldest first, with how many are not shown. */
final class LogLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private static final int LONGEST_TEXT = 300;
    private static final int MOST_LINES = 100;

    private LogLines() {}

    /** As many of the latest entries as make no more than {@code most} characters of HTML. */
    static Html of(List<RunLog.Entry> entries, long dropped, int most) {
        List<Html> rows = new ArrayList<>();
        int length = 0;
        int next = entries.size();
        while (next > 0 && rows.size() < MOST_LINES) {
            Html row = row(entries.get(next - 1));
            length += row.length();
            if (length > most) {
                break;
            }
            rows.add(row);
            next--;
        }
        Collections.reverse(rows);
        Html log = new Html();
        long hidden = next + dropped;
        if (hidden > 0) {
            log.element("p", "note", Counted.of(hidden, "earlier line") + ".");
        }
        if (!rows.isEmpty()) {
            log.open("table", "log").line();
            rows.forEach(log::add);
            log.close();
        }
        return log;
    }

    private static Html row(RunLog.Entry entry) {
        Html row = new Html().open("tr", level(entry.level()));
        row.element("td", TIME.format(entry.time()));
        row.element("td", entry.level().name().toLowerCase(Locale.ROOT));
        row.element("td", from(entry));
        return row.element("td", Html.clip(entry.text(), LONGEST_TEXT)).close().line();
    }

    private static String level(LogLevel level) {
        return switch (level) {
            case ERROR -> "error";
            case WARN -> "warn";
            default -> "";
        };
    }

    /** Who says it. */
    private static String from(RunLog.Entry entry) {
        String who =
                switch (entry.kind()) {
                    case LOG -> "plugin";
                    case STDIN -> "stdin";
                    case STDOUT -> "stdout";
                    case STDERR -> "stderr";
                    case TRAP -> "trap";
                    case SESSION -> "host";
                };
        return entry.offset().isPresent()
                ? who + " at byte " + Counted.of(entry.offset().getAsLong())
                : who;
    }
}
