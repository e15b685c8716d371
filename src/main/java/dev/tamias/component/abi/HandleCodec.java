package dev.tamias.component.abi;

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

    /** The resource that handle {@code index} stands for. */
    abstract Resource lift(LiftLower cx, int index, ResourceType type);

    /** A handle, or a representation, for the resource. */
    abstract int lower(LiftLower cx, Resource resource, ResourceType type);

    private Resource lift(LiftLower cx, int index) {
        return lift(cx, index, cx.instance().resourceType(id));
    }

    private int lower(LiftLower cx, Val v) {
        Resource resource = expect(Val.Handle.class, v).resource();
        ResourceType type = cx.instance().resourceType(id);
        type.expect(resource.type());
        return lower(cx, resource, type);
    }

    @Override
    public final Val load(LiftLower cx, int ptr) {
        return new Val.Handle(lift(cx, cx.memory().readInt(ptr)));
    }

    @Override
    public final Val liftFlat(LiftLower cx, CoreValues vi) {
        return new Val.Handle(lift(cx, vi.nextI32()));
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
        visitor.handle(lift(cx, cx.memory().readInt(ptr)));
    }
}
