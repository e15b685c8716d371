package dev.tamias.table.row;

import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.temporal.TemporalColumn;

/** The cells of a column that is not text, each as a long: two cells are equal if their longs are. */
@FunctionalInterface
public interface LongCells {

    /** The cell of a row; a missing cell has a long of its own. */
    long at(int row);

    /** The cells of a column, or null for text and for types that Tablesaw itself does not have. */
    static @Nullable LongCells of(Column<?> column) {
        if (column instanceof TemporalColumn<?> times) {
            return times::getLongInternal;
        } else if (column instanceof LongColumn longs) {
            return longs::getLong;
        } else if (column instanceof IntColumn ints) {
            return ints::getInt;
        } else if (column instanceof ShortColumn shorts) {
            return shorts::getShort;
        } else if (column instanceof BooleanColumn booleans) {
            return booleans::getByte;
        } else if (column instanceof DateColumn dates) {
            return dates::getIntInternal;
        } else if (column instanceof TimeColumn times) {
            return times::getIntInternal;
        }
        return ofFloating(column);
    }

    private static @Nullable LongCells ofFloating(Column<?> column) {
        // Adding zero turns the negative zero into the positive one, which it equals.
        if (column instanceof DoubleColumn doubles) {
            return row -> Double.doubleToLongBits(doubles.getDouble(row) + 0.0);
        } else if (column instanceof FloatColumn floats) {
            return row -> Double.doubleToLongBits(floats.getFloat(row) + 0.0);
        }
        return null;
    }
}
