package dev.tamias.table.row;

import it.unimi.dsi.fastutil.bytes.Byte2IntOpenHashMap;
import it.unimi.dsi.fastutil.bytes.Byte2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ByteOpenHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.ByteDictionaryMap;
import tech.tablesaw.columns.strings.NoKeysAvailableException;
import tech.tablesaw.columns.strings.NullDictionaryMap;
import tech.tablesaw.columns.strings.ShortDictionaryMap;

/** Makes columns of text without looking up each cell in Tablesaw's dictionaries. */
public final class TextCells {

    private static final int BYTE_KEYS = 1 << Byte.SIZE;

    /** Tablesaw gives this key to missing cells, and the other to none. */
    private static final byte MISSING = Byte.MAX_VALUE;

    private static final byte NO_KEY = Byte.MIN_VALUE;

    /** Below the number at which Tablesaw gives its short dictionary up. */
    private static final int MOST_IN_DICTIONARY = 32_000;

    private TextCells() {}

    /** True if the column's texts are so few that they are numbered with a byte or a short. */
    public static boolean isSmall(StringColumn column) {
        if (column.getDictionary() instanceof CellStore store) {
            return store.isSmall();
        }
        return column.getDictionary() instanceof ByteDictionaryMap
                || column.getDictionary() instanceof ShortDictionaryMap;
    }

    /** The rows of a column; a row of −1 becomes a missing cell. */
    static StringColumn copy(StringColumn column, Rows rows) {
        StringColumn copy =
                column.getDictionary() instanceof ByteDictionaryMap bytes
                        ? StringColumn.createInternal(column.name(), copy(bytes, rows))
                        : copyTexts(column, rows);
        copy.setPrintFormatter(column.getPrintFormatter());
        return copy;
    }

    private static StringColumn copyTexts(StringColumn column, Rows rows) {
        if (column.getDictionary() instanceof CellStore store) {
            return StringColumn.createInternal(column.name(), store.copy(rows));
        }
        if (column.getDictionary() instanceof ShortDictionaryMap) {
            StringColumn copy = StringColumn.create(column.name());
            for (int i = 0; i < rows.size(); i++) {
                copy.append(rows.at(i) < 0 ? "" : column.get(rows.at(i)));
            }
            return copy;
        }
        NullDictionaryMap texts = new NullDictionaryMap(new ByteDictionaryMap());
        // A store of a reference waits for all reads before it, which in a sorted table are slow.
        String[] block = new String[ColumnCells.BLOCK];
        for (int from = 0; from < rows.size(); from += block.length) {
            int count = Math.min(block.length, rows.size() - from);
            for (int i = 0; i < count; i++) {
                int row = rows.at(from + i);
                block[i] = row < 0 ? "" : column.get(row);
            }
            for (int i = 0; i < count; i++) {
                append(texts, block[i]);
            }
        }
        return StringColumn.createInternal(column.name(), texts);
    }

    private static ByteDictionaryMap copy(ByteDictionaryMap from, Rows rows) {
        byte[] keys = new byte[rows.size()];
        int[] counts = new int[BYTE_KEYS];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = rows.at(i) < 0 ? MISSING : (byte) from.getKeyForIndex(rows.at(i));
            counts[keys[i] - Byte.MIN_VALUE]++;
        }
        String[] values = new String[BYTE_KEYS];
        for (int i = 0; i < BYTE_KEYS; i++) {
            int key = i + Byte.MIN_VALUE;
            values[i] = counts[i] == 0 || key == MISSING ? "" : from.getValueForKey(key);
        }
        return dictionary(keys, counts, values);
    }

    /** A dictionary of the keys that are in use. */
    private static ByteDictionaryMap dictionary(byte[] keys, int[] counts, String[] values) {
        Byte2ObjectOpenHashMap<String> keyToValue = new Byte2ObjectOpenHashMap<>();
        Object2ByteOpenHashMap<String> valueToKey = new Object2ByteOpenHashMap<>();
        valueToKey.defaultReturnValue(NO_KEY);
        Byte2IntOpenHashMap keyToCount = new Byte2IntOpenHashMap();
        int last = NO_KEY;
        for (int i = 0; i < BYTE_KEYS; i++) {
            if (counts[i] > 0) {
                byte key = (byte) (i + Byte.MIN_VALUE);
                keyToValue.put(key, values[i]);
                valueToKey.put(values[i], key);
                keyToCount.put(key, counts[i]);
                last = key == MISSING ? last : key;
            }
        }
        return new ByteDictionaryMap.ByteDictionaryBuilder()
                .setValues(keys)
                .setKeyToValue(keyToValue)
                .setValueToKey(valueToKey)
                .setKeyToCount(keyToCount)
                .setNextIndex(last)
                .build();
    }

    /** A column of texts: with a dictionary if few are different, otherwise each as it comes. */
    public static StringColumn of(String name, List<String> texts) {
        Set<String> different = new HashSet<>();
        for (String text : texts) {
            if (different.add(text) && different.size() > MOST_IN_DICTIONARY) {
                return plain(name, texts);
            }
        }
        return StringColumn.create(name, texts);
    }

    private static StringColumn plain(String name, List<String> texts) {
        NullDictionaryMap cells = new NullDictionaryMap(new ByteDictionaryMap());
        texts.forEach(text -> append(cells, text));
        return StringColumn.createInternal(name, cells);
    }

    private static void append(NullDictionaryMap texts, String text) {
        try {
            texts.append(text);
        } catch (NoKeysAvailableException e) {
            throw new IllegalStateException("Texts without keys have run out of keys", e);
        }
    }
}
