package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Records and tuples: one field after the other, each at its alignment. */
final class RecordCodec extends Codec {

    private final Codec[] fields;
    private final int[] offsets;
    private final boolean tuple;

    RecordCodec(List<Codec> fields, boolean tuple) {
        super(alignment(fields), size(fields), flatTypes(fields), hostBytes(fields));
        this.fields = fields.toArray(new Codec[0]);
        this.tuple = tuple;
        this.offsets = new int[this.fields.length];
        long end = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (int) alignTo(end, this.fields[i].alignment());
            end = (long) offsets[i] + this.fields[i].size();
        }
    }

    private static int alignment(List<Codec> fields) {
        return fields.stream().mapToInt(Codec::alignment).max().orElse(1);
    }

    private static long size(List<Codec> fields) {
        long size = 0;
        for (Codec field : fields) {
            size = alignTo(size, field.alignment()) + field.size();
        }
        return alignTo(size, alignment(fields));
    }

    private static List<CoreValType> flatTypes(List<Codec> fields) {
        List<CoreValType> flat = new ArrayList<>();
        for (Codec field : fields) {
            flat.addAll(field.flatTypes());
            if (flat.size() > CallFlattening.MAX_FLAT_PARAMS) {
                break;
            }
        }
        return flat;
    }

    private static long hostBytes(List<Codec> fields) {
        return 48 + fields.stream().mapToLong(field -> 8 + field.hostBytes()).sum();
    }

    @Override
    public Val load(LiftLower cx, int ptr) {
        return val(loadAll(cx, ptr));
    }

    /** {@code load} of a tuple, as an argument list. */
    Val[] loadAll(LiftLower cx, int ptr) {
        Val[] values = new Val[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields[i].load(cx, ptr + offsets[i]);
        }
        return values;
    }

    @Override
    public Val liftFlat(LiftLower cx, CoreValues vi) {
        return val(liftAll(cx, vi));
    }

    /** {@code lift_flat} of each field, as an argument list. */
    Val[] liftAll(LiftLower cx, CoreValues vi) {
        Val[] values = new Val[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields[i].liftFlat(cx, vi);
        }
        return values;
    }

    private Val val(Val[] values) {
        List<Val> list = Collections.unmodifiableList(Arrays.asList(values));
        return tuple ? new Val.Tuple(list) : new Val.Record(list);
    }

    @Override
    public void store(LiftLower cx, Val v, int ptr) {
        storeAll(cx, values(v), ptr);
    }

    /** {@code store} of a tuple. */
    void storeAll(LiftLower cx, List<Val> values, int ptr) {
        requireCount(values);
        for (int i = 0; i < fields.length; i++) {
            fields[i].store(cx, values.get(i), ptr + offsets[i]);
        }
    }

    @Override
    public void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        lowerAll(cx, values(v), out);
    }

    /** {@code lower_flat} of each field. */
    void lowerAll(LiftLower cx, List<Val> values, CoreValues out) {
        requireCount(values);
        for (int i = 0; i < fields.length; i++) {
            fields[i].lowerFlat(cx, values.get(i), out);
        }
    }

    private List<Val> values(Val v) {
        return tuple ? expect(Val.Tuple.class, v).elements() : expect(Val.Record.class, v).fields();
    }

    private void requireCount(List<Val> values) {
        if (values.size() != fields.length) {
            throw new IllegalArgumentException(
                    fields.length + " values are expected and " + values.size() + " were given");
        }
    }

    @Override
    public void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        visitor.beginRecord(fields.length);
        for (int i = 0; i < fields.length; i++) {
            visitor.field(i);
            fields[i].visit(cx, ptr + offsets[i], visitor);
        }
        visitor.endRecord();
    }
}
