package dev.tamias.table.row;

import tech.tablesaw.columns.strings.DictionaryMap;

/** Text behind a column that is not Tablesaw's own store; it copies rows as it keeps them. */
public interface CellStore extends DictionaryMap {

    /** True if the keys of all rows are known and shorts. */
    boolean isSmall();

    /** The cells of these rows in a store of their own; a row of −1 becomes a missing cell. */
    CellStore copy(Rows rows);
}
