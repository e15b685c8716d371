package dev.tamias.component.abi;

import dev.tamias.component.abi.HandleTable.ResourceHandle;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** What owned and borrowed handles have in common: an index into the instance's table. */
abstract class HandleCodec extends Codec {

    private final ResourceId id;

    HandleCodec(ResourceId id) {
        super(4, 4, List.of(CoreValType.I32), 64);
        this.id = id;
    }

    /** What handle {@code index} stands for, taken or lent; traps where it is of another type. */
    abstract ResourceHandle lift(LiftLower cx, int index, ResourceType type);

    /** The host's hold of what was lifted. */
    abstract Resource resource(LiftLower cx, ResourceHandle h);

    /** The representation of what the host gives or lends. */
    abstract int rep(LiftLower cx, Resource resource);

    /** A handle, or a representation, for what a representation stands for. */
    abstract int lower(LiftLower cx, int rep, ResourceType type);

    private Val lift(LiftLower cx, int index) {
        return new Val.Handle(held(cx, index));
    }

    private Resource held(LiftLower cx, int index) {
        return resource(cx, lift(cx, index, cx.instance().resourceType(id)));
    }

    private int lower(LiftLower cx, Val v) {
        Resource resource = expect(Val.Handle.class, v).resource();
        ResourceType type = cx.instance().resourceType(id);
        type.expect(resource.type());
        return lower(cx, rep(cx, resource), type);
    }

    private int transfer(LiftLower from, int index, LiftLower to) {
        ResourceType type = to.instance().resourceType(id);
        return lower(to, lift(from, index, type).rep, type);
    }

    @Override
    public final Val load(LiftLower cx, int ptr) {
        return lift(cx, cx.memory().readInt(ptr));
    }

    @Override
    public final Val liftFlat(LiftLower cx, CoreValues vi) {
        return lift(cx, vi.nextI32());
    }

    @Override
    public final void store(LiftLower cx, Val v, int ptr) {
        cx.memory().writeInt(ptr, lower(cx, v));
    }

    @Override
    public final void lowerFlat(LiftLower cx, Val v, CoreValues out) {
        out.putI32(lower(cx, v));
    }

    @Override
    public final void visit(LiftLower cx, int ptr, ValVisitor visitor) {
        visitor.handle(held(cx, cx.memory().readInt(ptr)));
    }

    @Override
    public final void transfer(LiftLower from, int src, LiftLower to, int dst) {
        to.memory().writeInt(dst, transfer(from, from.memory().readInt(src), to));
    }

    @Override
    public final void transferFlat(LiftLower from, CoreValues vi, LiftLower to, CoreValues out) {
        out.putI32(transfer(from, vi.nextI32(), to));
    }
}
