package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts other types in the place of some: the substitution that an instantiation and each use of an
 * instance type ask for (Binary.md, "Instance Definitions"). What mentions none of them stays the
 * same object, and what is shared stays shared, so that a type keeps its name.
 */
final class TypeSubstitution {

    private static final int FEW = 4;

    private final DecodeState state;
    private final Map<ResourceId, ResourceId> ids;
    private final IdentityHashMap<ResourceId, ResourceId> aliases = new IdentityHashMap<>(FEW);
    private final IdentityHashMap<ValType, ValType> values = new IdentityHashMap<>(FEW);
    private final IdentityHashMap<FuncType, FuncType> funcs = new IdentityHashMap<>(FEW);
    private final IdentityHashMap<InstanceType, InstanceType> instances =
            new IdentityHashMap<>(FEW);
    private final IdentityHashMap<ComponentType, ComponentType> components =
            new IdentityHashMap<>(FEW);

    /** Whether types without resource types are replaced too. */
    private boolean given;

    /**
     * @param ids the resource types to replace
     */
    TypeSubstitution(DecodeState state, Map<ResourceId, ResourceId> ids) {
        this.state = state;
        this.ids = ids;
    }

    /**
     * The type with new ids in the place of its variables.
     *
     * @param fresh makes an id of that name
     */
    static ExternType renewed(
            ExternType type, DecodeState state, Function<String, ResourceId> fresh) {
        if (!state.facts.of(type).resources()) {
            return type;
        }
        Map<ResourceId, ResourceId> ids = new HashMap<>();
        renew(type, state, fresh, ids);
        return new TypeSubstitution(state, ids).apply(type);
    }

    /** Maps each variable that the type names, if it has no mapping yet, to a new id. */
    static void renew(
            ExternType type,
            DecodeState state,
            Function<String, ResourceId> fresh,
            Map<ResourceId, ResourceId> ids) {
        state.work();
        if (type instanceof ExternType.Type bounded
                && bounded.bound() instanceof TypeBound.Resource resource) {
            ResourceId id = resource.id();
            if (state.resources.isVariable(id) && !ids.containsKey(id)) {
                ids.put(id, fresh.apply(id.name()));
            }
        } else if (type instanceof ExternType.Instance instance
                && state.facts.of(type).resources()) {
            instance.type().exports().values().forEach(each -> renew(each, state, fresh, ids));
        }
    }

    /** The types that {@code actual} names stand from now on for those of {@code wanted}. */
    void give(@Nullable ExternType actual, ExternType wanted) {
        state.work();
        if (!state.facts.of(wanted).nominal()) {
            return;
        }
        if (wanted instanceof ExternType.Type asked && actual instanceof ExternType.Type offered) {
            give(offered.bound(), asked.bound());
        } else if (wanted instanceof ExternType.Instance asked
                && actual instanceof ExternType.Instance offered) {
            Map<String, ExternType> exports = offered.type().exports();
            asked.type().exports().forEach((name, each) -> give(exports.get(name), each));
        }
    }

    private void give(TypeBound actual, TypeBound wanted) {
        if (actual instanceof TypeBound.Resource offered
                && wanted instanceof TypeBound.Resource asked) {
            aliases.put(asked.id(), offered.id());
            given = true;
        } else if (actual instanceof TypeBound.Equal offered
                && wanted instanceof TypeBound.Equal asked
                && offered.type() instanceof AnyType.Value value
                && asked.type() instanceof AnyType.Value replaced
                && TypeFacts.mustHaveName(replaced.type())) {
            values.put(replaced.type(), value.type());
            given = true;
        }
    }

    private boolean concerns(TypeFacts.Facts facts) {
        return given ? facts.nominal() : !ids.isEmpty() && facts.resources();
    }

    ExternType apply(ExternType type) {
        if (!concerns(state.facts.of(type))) {
            return type;
        }
        state.work();
        if (type instanceof ExternType.Func func) {
            return new ExternType.Func(apply(func.type()));
        }
        if (type instanceof ExternType.Instance instance) {
            return new ExternType.Instance(apply(instance.type()));
        }
        if (type instanceof ExternType.Component component) {
            return new ExternType.Component(apply(component.type()));
        }
        return type instanceof ExternType.Type bounded
                ? new ExternType.Type(apply(bounded.bound()))
                : type;
    }

    private TypeBound apply(TypeBound bound) {
        return bound instanceof TypeBound.Equal equal
                ? new TypeBound.Equal(apply(equal.type()))
                : new TypeBound.Resource(apply(((TypeBound.Resource) bound).id()));
    }

    private AnyType apply(AnyType type) {
        if (!concerns(state.facts.of(type))) {
            return type;
        }
        if (type instanceof AnyType.Value value) {
            ValType done = apply(value.type());
            return TypeEquality.identical(done, value.type()) ? type : new AnyType.Value(done);
        }
        if (type instanceof AnyType.Func func) {
            return new AnyType.Func(apply(func.type()));
        }
        if (type instanceof AnyType.Instance instance) {
            return new AnyType.Instance(apply(instance.type()));
        }
        if (type instanceof AnyType.Component component) {
            return new AnyType.Component(apply(component.type()));
        }
        return new AnyType.Resource(apply(((AnyType.Resource) type).id()));
    }

    private ResourceId apply(ResourceId id) {
        ResourceId done = aliases.get(id);
        if (done == null) {
            ResourceId other = ids.get(id);
            done = other == null ? id : other.alias(id.name());
            aliases.put(id, done);
        }
        return done;
    }

    InstanceType apply(InstanceType type) {
        if (!concerns(state.facts.of(type))) {
            return type;
        }
        InstanceType done = instances.get(type);
        if (done == null) {
            done = new InstanceType(apply(type.exports()));
            instances.put(type, done);
        }
        return done;
    }

    private ComponentType apply(ComponentType type) {
        if (!concerns(state.facts.of(type))) {
            return type;
        }
        ComponentType done = components.get(type);
        if (done == null) {
            done = new ComponentType(apply(type.imports()), apply(type.exports()));
            components.put(type, done);
        }
        return done;
    }

    private Map<String, ExternType> apply(Map<String, ExternType> types) {
        Map<String, ExternType> done = new LinkedHashMap<>();
        types.forEach(
                (name, type) -> {
                    state.work();
                    done.put(name, apply(type));
                });
        return done;
    }

    private FuncType apply(FuncType type) {
        if (!concerns(state.facts.of(type))) {
            return type;
        }
        FuncType done = funcs.get(type);
        if (done == null) {
            List<ValType> parts = replaced(TypeParts.of(type));
            done = parts == null ? type : TypeParts.with(type, parts);
            funcs.put(type, done);
        }
        return done;
    }

    private ValType apply(ValType type) {
        if (!concerns(state.facts.of(type))) {
            return type;
        }
        ValType done = values.get(type);
        if (done == null) {
            done = rebuilt(type);
            values.put(type, done);
        }
        return done;
    }

    private ValType rebuilt(ValType type) {
        if (type instanceof OwnType own) {
            return new OwnType(apply(own.resource()));
        }
        if (type instanceof BorrowType borrow) {
            return new BorrowType(apply(borrow.resource()));
        }
        List<ValType> parts = replaced(TypeParts.of(type));
        return parts == null ? type : TypeParts.with(type, parts);
    }

    /** What stands for the parts; null where each stays the same object. */
    private @Nullable List<ValType> replaced(List<ValType> parts) {
        List<ValType> done = new ArrayList<>(parts.size());
        boolean changed = false;
        for (ValType part : parts) {
            state.work();
            ValType other = apply(part);
            changed |= !TypeEquality.identical(other, part);
            done.add(other);
        }
        return changed ? done : null;
    }
}
