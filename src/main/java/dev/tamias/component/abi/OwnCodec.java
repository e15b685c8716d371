package dev.tamias.component.abi;

import dev.tamias.component.abi.HandleTable.ResourceHandle;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.Rule;

/** own: the handle moves. */
final class OwnCodec extends HandleCodec {

    OwnCodec(ResourceId id) {
        super(id);
    }

    @Override
    ResourceHandle lift(LiftLower cx, int index, ResourceType type) {
        ResourceHandle h = cx.instance().handles().remove(index);
        type.expect(h.type);
        Rule.trapIf(h.lends != 0, "cannot remove owned resource while borrowed");
        Rule.trapIf(!h.own, "cannot lift own resource from a borrow");
        return h;
    }

    @Override
    Resource resource(LiftLower cx, ResourceHandle h) {
        return Resource.own(h.type, h.rep);
    }

    @Override
    int rep(LiftLower cx, Resource resource) {
        return resource.take();
    }

    @Override
    int lower(LiftLower cx, int rep, ResourceType type) {
        return cx.instance().handles().add(new ResourceHandle(type, rep, true, null));
    }
}
