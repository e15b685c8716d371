package dev.tamias.table;

import tech.tablesaw.api.Table;

/** A table and the report of how its cells became values. */
public record TypedTable(Table table, TableReport report) {}
