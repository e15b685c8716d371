package dev.tamias.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;

/** The cells of this kernel's life; an earlier life's are in the notebook. */
final class CellHistory implements HistoryManager {

    private static final int KEPT = 10_000;
    private static final int SESSION = 1;

    private final Deque<HistoryEntry> entries = new ArrayDeque<>();

    synchronized void add(int cell, String input, String output) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(new HistoryEntry(SESSION, cell, input, output));
    }

    private static boolean withOutput(Set<ResultFlag> flags) {
        return flags.contains(ResultFlag.INCLUDE_OUTPUT);
    }

    private static HistoryEntry shown(HistoryEntry entry, boolean output) {
        return new HistoryEntry(
                entry.getSession(),
                entry.getCellNumber(),
                entry.getInput(),
                output ? entry.getOutput() : null);
    }

    @Override
    public synchronized List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
        return last(new ArrayList<>(entries), length, flags);
    }

    private static List<HistoryEntry> last(
            List<HistoryEntry> all, int length, Set<ResultFlag> flags) {
        int from = length <= 0 ? 0 : Math.max(0, all.size() - length);
        return all.subList(from, all.size()).stream()
                .map(entry -> shown(entry, withOutput(flags)))
                .toList();
    }

    /** Session 0 is this one, as a negative one would be an earlier one: there are none. */
    @Override
    public synchronized List<HistoryEntry> lookupRange(
            int session, int start, int stop, Set<ResultFlag> flags) {
        if (session != 0 && session != SESSION) {
            return List.of();
        }
        int end = stop <= 0 ? Integer.MAX_VALUE : stop;
        return entries.stream()
                .filter(entry -> entry.getCellNumber() >= start && entry.getCellNumber() < end)
                .map(entry -> shown(entry, withOutput(flags)))
                .toList();
    }

    /** Cells whose whole text matches a pattern of {@code *} and {@code ?}. */
    @Override
    public synchronized List<HistoryEntry> search(
            String pattern, int length, Set<ResultFlag> flags) {
        Pattern glob = glob(pattern == null ? "*" : pattern);
        List<HistoryEntry> found = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            if (glob.matcher(entry.getInput()).matches()) {
                found.add(entry);
            }
        }
        return last(flags.contains(ResultFlag.UNIQUE) ? latest(found) : found, length, flags);
    }

    private static List<HistoryEntry> latest(List<HistoryEntry> found) {
        Map<String, HistoryEntry> byInput = new LinkedHashMap<>();
        Collections.reverse(found);
        found.forEach(entry -> byInput.putIfAbsent(entry.getInput(), entry));
        List<HistoryEntry> unique = new ArrayList<>(byInput.values());
        Collections.reverse(unique);
        return unique;
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (char character : pattern.toCharArray()) {
            regex.append(
                    switch (character) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(character));
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
