package dev.tamias.component.abi;

import dev.tamias.engine.CoreMemory;
import dev.tamias.engine.Trap;
import dev.tamias.engine.binary.CoreValType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What variants, options and results have in common: a discriminant, and the payload of one of the
 * cases (CanonicalABI.md, {@code load_variant} and its companions).
 */
abstract class CaseCodec extends Codec {

    private final @Nullable Codec[] cases;
    private final int discriminantSize;
    private final int payloadOffset;
    private final int flatCount;

    CaseCodec(List<@Nullable Codec> cases) {
        super(alignment(cases), size(cases), flatTypes(cases), hostBytes(cases));
        this.cases = cases.toArray(new @Nullable Codec[0]);
        this.discriminantSize = discriminantSize(cases.size());
        this.payloadOffset = (int) alignTo(discriminantSize, payloadAlignment(cases));
        this.flatCount = flatTypes().size();
    }

    /** The value of a case. */
    abstract Val val(int index, @Nullable Val payload);

    /** Which case a value is of; not checked for its range. */
    abstract int index(Val v);

    abstract @Nullable Val payload(Val v);

    abstract void tell(int index, boolean hasPayload, ValVisitor visitor);

    /** {@code discriminant_type}, in bytes. */
    static int discriminantSize(int cases) {
        if (cases <= 1 << 8) {
            return 1;
        }
        return cases <= 1 << 16 ? 2 : 4;
    }

    /** {@code max_case_alignment}. */
    private static int payloadAlignment(List<@Nullable Codec> cases) {
        int most = 1;
        for (Codec each : cases) {
            most = each == null ? most : Math.max(most, each.alignment());
        }
        return most;
    }

    private static int alignment(List<@Nullable Codec> cases) {
        return Math.max(discriminantSize(cases.size()), payloadAlignment(cases));
    }

    private static long size(List<@Nullable Codec> cases) {
        int most = 0;
        for (Codec each : cases) {
            most = each == null ? most : Math.max(most, each.size());
        }
        long offset = alignTo(discriminantSize(cases.size()), payloadAlignment(cases));
        return alignTo(offset + most, alignment(cases));
    }

    /** {@code flatten_variant}. */
    private static List<CoreValType> flatTypes(List<@Nullable Codec> cases) {
        List<CoreValType> flat = new ArrayList<>(List.of(CoreValType.I32));
        for (Codec each : cases) {
            if (each != null) {
                List<CoreValType> payload = each.flatTypes();
                for (int i = 0; i < payload.size(); i++) {
                    if (i + 1 < flat.size()) {
                        flat.set(i + 1, join(flat.get(i + 1), payload.get(i)));
                    } else {
                        flat.add(payload.get(i));
                    }
                }
            }
        }
        return flat;
    }

    /** {@code join}: the narrowest type that holds the bits of both. */
    private static CoreValType join(CoreValType a, CoreValType b) {
        if (a == b) {
            return a;
        }
        return isNarrow(a) && isNarrow(b) ? CoreValType.I32 : CoreValType.I64;
    }

    private static boolean isNarrow(CoreValType type) {
        return type == CoreValType.I32 || type == CoreValType.F32;
    }

    private static long hostBytes(List<@Nullable Codec> cases) {
        int most = 0;
        for (Codec each : cases) {
            most = each == null ? most : Math.max(most, each.hostBytes());
        }
        return 24L + most;
    }

    /**
     * The case of a discriminant; traps where there is none.
     *
     * @param discriminant unsigned
     */
    static int checked(long discriminant, int cases) {
        if (discriminant >= cases) {
            throw new Trap("invalid variant discriminant: case " + discriminant + " of " + cases);
        }
        return (int) discriminant;
    }

    private int readCase(LiftLower cx, int ptr) {
        return checked(UnsignedInts.read(cx.memory(), ptr, discriminantSize), cases.length);
    }

    private int nextCase(CoreValues vi) {
        return checked(vi.nextI32() & 0xffffffffL, cases.length);
    }

    @Override
    public final Val load(LiftLower cx, int ptr) {
        int index = readCase(cx, ptr);
        Codec payload = cases[index];
        return val(index, payload == null ? null : payload.load(cx, ptr + payloadOffset));
    }

    @Override
    public final Val liftFlat(LiftLower cx, CoreValues vi) {
        int end = vi.position() + flatCount;
        int index = nextCase(vi);
        Codec payload = cases[index];
        Val v = val(index, payload == null ? null : payload.liftFlat(cx, vi));
        vi.skipTo(end);
        return v;
    }

    @Override
    public final void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        int index = readCase(cx, ptr);
        Codec payload = cases[index];
        tell(index, payload != null, visitor);
        if (payload != null) {
            payload.visit(cx, ptr + payloadOffset, visitor);
        }
    }

    @Override
    public final void store(LiftLower cx, Val v, int ptr) {
        int index = lowered(v);
        CoreMemory memory = cx.memory();
        UnsignedInts.write(memory, ptr, discriminantSize, index);
        Codec codec = cases[index];
        Val payload = matching(codec, v);
        if (codec != null && payload != null) {
            codec.store(cx, payload, ptr + payloadOffset);
        }
    }

    @Override
    public final void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        int end = out.position() + flatCount;
        int index = lowered(v);
        out.putI32(index);
        Codec codec = cases[index];
        Val payload = matching(codec, v);
        if (codec != null && payload != null) {
            codec.lowerFlat(cx, payload, out);
        }
        out.skipTo(end);
    }

    @Override
    public final void transfer(LiftLower from, int src, LiftLower to, int dst) {
        int index = readCase(from, src);
        UnsignedInts.write(to.memory(), dst, discriminantSize, index);
        Codec payload = cases[index];
        if (payload != null) {
            payload.transfer(from, src + payloadOffset, to, dst + payloadOffset);
        }
    }

    @Override
    public final void transferFlat(LiftLower from, CoreValues vi, LiftLower to, CoreValues out) {
        int endIn = vi.position() + flatCount;
        int endOut = out.position() + flatCount;
        int index = nextCase(vi);
        out.putI32(index);
        Codec payload = cases[index];
        if (payload != null) {
            payload.transferFlat(from, vi, to, out);
        }
        vi.skipTo(endIn);
        out.skipTo(endOut);
    }

    private int lowered(Val v) {
        return (int) inRange(index(v), 0, cases.length - 1);
    }

    /** The value's payload where it has one exactly if its case has one. */
    private @Nullable Val matching(@Nullable Codec codec, Val v) {
        Val payload = payload(v);
        if ((codec == null) != (payload == null)) {
            throw new IllegalArgumentException(
                    "the case of "
                            + v
                            + (codec == null ? " has no payload" : " lacks its payload"));
        }
        return payload;
    }
}
