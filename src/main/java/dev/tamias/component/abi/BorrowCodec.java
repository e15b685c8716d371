package dev.tamias.component.abi;

import dev.tamias.component.abi.HandleTable.ResourceHandle;
import dev.tamias.component.type.ResourceId;

/** borrow: the handle is lent for the time of the call. */
final class BorrowCodec extends HandleCodec {

    BorrowCodec(ResourceId id) {
        super(id);
    }

    @Override
    ResourceHandle lift(LiftLower cx, int index, ResourceType type) {
        ResourceHandle h = cx.instance().handles().get(index);
        type.expect(h.type);
        cx.borrowScope().addLender(h);
        return h;
    }

    @Override
    Resource resource(LiftLower cx, ResourceHandle h) {
        return cx.borrowScope().lent(h);
    }

    @Override
    int rep(LiftLower cx, Resource resource) {
        return cx.borrowScope().lendFrom(resource);
    }

    @Override
    int lower(LiftLower cx, int rep, ResourceType type) {
        // The implementer needs no handle: it knows the representation.
        if (cx.instance() == type.implementer()) {
            return rep;
        }
        BorrowScope scope = cx.borrowScope();
        scope.borrowed();
        return cx.instance().handles().add(new ResourceHandle(type, rep, false, scope));
    }
}
