package dev.tamias.table.out;

import dev.tamias.table.type.CellParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampNanoTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * Rows as an Arrow IPC file: times to the nanosecond in UTC, numbers of 64 bits, booleans, UTF-8. It holds
 * one batch of rows at a time.
 */
final class ArrowWriter implements ValueWriter {

    private static final int BATCH_ROWS = 1 << 16;
    private static final int BATCH_BYTES = 1 << 24;

    private final BufferAllocator memory = new RootAllocator();
    private final List<FieldVector> vectors = new ArrayList<>();
    private @Nullable VectorSchemaRoot batch;
    private @Nullable ArrowFileWriter file;
    private int rows;
    private int bytes;

    @Override
    public void begin(List<ValueColumn> columns, OutputStream target) throws IOException {
        for (ValueColumn column : columns) {
            vectors.add(vector(column));
        }
        VectorSchemaRoot root = new VectorSchemaRoot(vectors);
        batch = root;
        file = new ArrowFileWriter(root, null, Channels.newChannel(target));
        file.start();
    }

    private FieldVector vector(ValueColumn column) {
        String name = column.name();
        return switch (column.kind()) {
            case INSTANT -> new TimeStampNanoTZVector(name, memory, "UTC");
            case INTEGER -> new BigIntVector(name, memory);
            case FLOATING -> new Float8Vector(name, memory);
            case BOOLEAN -> new BitVector(name, memory);
            case LEVEL, TEXT -> new VarCharVector(name, memory);
        };
    }

    @Override
    public void row(ValueRows source) throws IOException {
        for (int i = 0; i < vectors.size(); i++) {
            FieldVector vector = vectors.get(i);
            if (vector instanceof VarCharVector texts) {
                byte[] utf8 = source.utf8(i);
                if (utf8.length > 0) {
                    texts.setSafe(rows, utf8);
                    bytes += utf8.length;
                }
            } else {
                set(vector, source.bits(i));
            }
        }
        rows++;
        if (rows == BATCH_ROWS || bytes > BATCH_BYTES) {
            flush();
        }
    }

    /** What is not set is missing. */
    private void set(FieldVector vector, long bits) {
        if (bits == CellParser.NOT) {
            return;
        }
        if (vector instanceof TimeStampNanoTZVector times) {
            times.setSafe(rows, bits);
        } else if (vector instanceof BigIntVector integers) {
            integers.setSafe(rows, bits);
        } else if (vector instanceof Float8Vector doubles) {
            doubles.setSafe(rows, Double.longBitsToDouble(bits));
        } else if (vector instanceof BitVector booleans) {
            booleans.setSafe(rows, bits == 1 ? 1 : 0);
        }
    }

    private void flush() throws IOException {
        VectorSchemaRoot root = batch;
        ArrowFileWriter target = file;
        if (root == null || target == null) {
            return;
        }
        root.setRowCount(rows);
        target.writeBatch();
        vectors.forEach(FieldVector::reset);
        rows = 0;
        bytes = 0;
    }

    @Override
    public void end() throws IOException {
        if (rows > 0) {
            flush();
        }
        if (file != null) {
            file.end();
        }
    }

    @Override
    public void close() {
        if (batch != null) {
            batch.close();
        }
        memory.close();
    }
}
