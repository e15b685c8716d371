package dev.tamias.wasi;

import dev.tamias.component.ResourceTable;
import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Rule;

/** One of WASI's resource types, with the host objects that one guest holds of it. */
final class HostResource<T> {

    private final ResourceType type;
    private final Class<T> kind;
    private final ResourceTable table;

    HostResource(String name, Class<T> kind, ResourceTable table) {
        this.kind = kind;
        this.table = table;
        this.type = ResourceType.host(name, rep -> WasiState.close(table.remove(rep, kind)));
    }

    ResourceType type() {
        return type;
    }

    /** Gives the guest a new resource; its object is closed when the guest or the state drops it. */
    Val own(T object) {
        boolean held = false;
        try {
            int rep = table.push(object);
            held = true;
            return new Val.Handle(Resource.own(type, rep));
        } finally {
            if (!held) {
                WasiState.close(object);
            }
        }
    }

    /** The object behind a resource that the guest lends. */
    T get(Resource resource) {
        Rule.trapIf(
                resource.type() != type,
                "a WASI function was imported with another type: " + resource + " is no " + type);
        return table.get(resource.rep(), kind);
    }
}
