package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** The resource types that a type mentions anywhere, but for the variables of types within it. */
final class ResourceUse {

    private final DecodeState state;
    private final Set<ResourceId> found = new LinkedHashSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    ResourceUse(DecodeState state) {
        this.state = state;
    }

    Set<ResourceId> of(ExternType type) {
        visit(type);
        return found;
    }

    Set<ResourceId> of(AnyType type) {
        visit(type);
        return found;
    }

    private void add(ResourceId id) {
        if (!state.resources.isVariable(id)) {
            found.add(id);
        }
    }

    private void visit(ExternType type) {
        state.work();
        if (type instanceof ExternType.Func func) {
            visit(func.type());
        } else if (type instanceof ExternType.Instance instance) {
            visit(instance.type());
        } else if (type instanceof ExternType.Component component) {
            visit(component.type());
        } else if (type instanceof ExternType.Type bounded) {
            if (bounded.bound() instanceof TypeBound.Resource resource) {
                add(resource.id());
            } else if (bounded.bound() instanceof TypeBound.Equal equal) {
                visit(equal.type());
            }
        }
    }

    private void visit(AnyType type) {
        if (type instanceof AnyType.Value value) {
            visit(value.type());
        } else if (type instanceof AnyType.Func func) {
            visit(func.type());
        } else if (type instanceof AnyType.Instance instance) {
            visit(instance.type());
        } else if (type instanceof AnyType.Component component) {
            visit(component.type());
        } else if (type instanceof AnyType.Resource resource) {
            add(resource.id());
        }
    }

    private void visit(ExternType.InstanceType type) {
        if (isNew(type)) {
            type.exports().values().forEach(this::visit);
        }
    }

    private void visit(ExternType.ComponentType type) {
        if (isNew(type)) {
            type.imports().values().forEach(this::visit);
            type.exports().values().forEach(this::visit);
        }
    }

    private void visit(FuncType type) {
        if (state.facts.of(type).resources() && isNew(type)) {
            TypeParts.of(type).forEach(this::visit);
        }
    }

    private void visit(ValType type) {
        if (type instanceof OwnType own) {
            add(own.resource());
        } else if (type instanceof BorrowType borrow) {
            add(borrow.resource());
        } else if (state.facts.of(type).resources() && isNew(type)) {
            TypeParts.of(type).forEach(this::visit);
        }
    }

    private boolean isNew(Object type) {
        state.work();
        return seen.add(type);
    }
}
