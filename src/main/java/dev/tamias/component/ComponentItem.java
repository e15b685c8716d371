package dev.tamias.component;

import dev.tamias.component.binary.ComponentBinary;
import dev.tamias.engine.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component with what it sees of the instances around its definition.
 *
 * @param outer null where it is defined in no other
 */
record ComponentItem(CompiledComponent compiled, ComponentBinary binary, @Nullable Frame outer)
        implements RuntimeItem {

    /** The code of its modules and of those that its imports bring, on one type space. */
    LinkedModules linked(Engine engine, Collection<RuntimeItem> imports) {
        List<RuntimeItem> items = new ArrayList<>();
        items.add(this);
        items.addAll(imports);
        return compiled.link(engine, LinkedModules.broughtBy(items));
    }

    /** Of the resource ids in its type. */
    ResourceScope scope() {
        return outer == null ? ResourceScope.host() : ResourceScope.of(outer.state);
    }
}
