package dev.tamias.component.abi;

import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records and tuples: one field after the other, each at its alignment. */
final class RecordCodec extends Codec {

    /** A part that is transferred at once: a field, or bytes that are passed on as they are. */
    private record Part(@Nullable Codec field, int offset, int length) {}

    private final Codec[] fields;
    private final int[] offsets;
    private final Part[] parts;
    private final boolean tuple;
    private final boolean dense;
    private final boolean plain;

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
        long filled = fields.stream().mapToLong(Codec::size).sum();
        this.dense = filled == size() && fields.stream().allMatch(Codec::isDense);
        this.plain = dense && fields.stream().allMatch(Codec::isPlain);
        this.parts = parts(this.fields, offsets);
    }

    /** The fields, those that are plain and lie one after the other put together. */
    private static Part[] parts(Codec[] fields, int[] offsets) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < fields.length) {
            int start = offsets[i];
            if (!fields[i].isPlain()) {
                parts.add(new Part(fields[i], start, fields[i].size()));
                i++;
            } else {
                int end = start;
                while (i < fields.length && offsets[i] == end && fields[i].isPlain()) {
                    end += fields[i].size();
                    i++;
                }
                parts.add(new Part(null, start, end - start));
            }
        }
        return parts.toArray(new Part[0]);
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
            visit(fields[i], cx, ptr + offsets[i], visitor);
        }
        visitor.endRecord();
    }

    /** Names the kinds of fields that are most common, so that they are inlined. */
    private static void visit(Codec field, LiftLower cx, int ptr, ValVisitor visitor) {
        if (field instanceof StringCodec string) {
            string.visit(cx, ptr, visitor);
        } else if (field instanceof IntCodec number) {
            number.visit(cx, ptr, visitor);
        } else if (field instanceof LongCodec number) {
            number.visit(cx, ptr, visitor);
        } else {
            field.visit(cx, ptr, visitor);
        }
    }

    @Override
    public void transfer(LiftLower from, int src, LiftLower to, int dst) {
        for (Part part : parts) {
            int offset = part.offset;
            if (part.field == null) {
                from.memory().copyTo(src + offset, to.memory(), dst + offset, part.length);
            } else {
                part.field.transfer(from, src + offset, to, dst + offset);
            }
        }
    }

    @Override
    public void transferFlat(LiftLower from, CoreValues vi, LiftLower to, CoreValues out) {
        for (Codec field : fields) {
            field.transferFlat(from, vi, to, out);
        }
    }

    @Override
    boolean isDense() {
        return dense;
    }

    @Override
    boolean isPlain() {
        return plain;
    }

    @Override
    void canonicalize(byte[] bytes, int at) {
        for (int i = 0; i < fields.length; i++) {
            fields[i].canonicalize(bytes, at + offsets[i]);
        }
    }
}
