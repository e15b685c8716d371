package dev.tamias.component.abi;

import dev.tamias.component.abi.HandleTable.ResourceHandle;
import dev.tamias.engine.CoreFunc;
import dev.tamias.engine.Rule;
import dev.tamias.engine.binary.CoreType;
import dev.tamias.engine.binary.CoreValType;
import java.util.List;

/** The core functions by which a guest handles resources (CanonicalABI.md, "Canonical Definitions"). */
public final class ResourceBuiltins {

    private static final List<CoreValType> I32 = List.of(CoreValType.I32);
    private static final CoreType.Func I32_TO_I32 = new CoreType.Func(I32, I32);
    private static final CoreType.Func I32_TO_NONE = new CoreType.Func(I32, List.of());
    private static final long[] NONE = {};

    private ResourceBuiltins() {}

    /** {@code canon resource.new}: a handle for a representation. */
    public static CoreFunc resourceNew(InstanceState instance, ResourceType type) {
        return CoreFunc.host(
                I32_TO_I32,
                arguments -> {
                    instance.requireMayLeave();
                    ResourceHandle h = new ResourceHandle(type, (int) arguments[0], true, null);
                    return new long[] {instance.handles().add(h)};
                });
    }

    /** {@code canon resource.drop}: ends a handle, and the resource with an owned one. */
    public static CoreFunc resourceDrop(InstanceState instance, ResourceType type) {
        return CoreFunc.host(
                I32_TO_NONE,
                arguments -> {
                    instance.requireMayLeave();
                    drop(instance, type, (int) arguments[0]);
                    return NONE;
                });
    }

    private static void drop(InstanceState instance, ResourceType type, int index) {
        ResourceHandle h = instance.handles().remove(index);
        type.expect(h.type);
        Rule.trapIf(h.lends != 0, "cannot remove owned resource while borrowed");
        if (h.own) {
            type.destroy(h.rep, instance);
        } else if (h.borrowScope != null) {
            h.borrowScope.returned();
        }
    }

    /** {@code canon resource.rep}: the representation behind a handle. */
    public static CoreFunc resourceRep(InstanceState instance, ResourceType type) {
        return CoreFunc.host(
                I32_TO_I32,
                arguments -> {
                    ResourceHandle h = instance.handles().get((int) arguments[0]);
                    type.expect(h.type);
                    return new long[] {h.rep};
                });
    }
}
