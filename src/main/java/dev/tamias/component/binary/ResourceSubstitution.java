package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.TypeBound;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts other resource types in the place of some: the substitution that an instantiation and each
 * use of an instance type ask for (Binary.md, "Instance Definitions"). What mentions none of them
 * stays the same object, and what is shared stays shared.
 */
final class ResourceSubstitution {

    private final DecodeState state;
    private final Map<ResourceId, ResourceId> ids;
    private final IdentityHashMap<ValType, ValType> values = new IdentityHashMap<>();
    private final IdentityHashMap<FuncType, FuncType> funcs = new IdentityHashMap<>();
    private final IdentityHashMap<InstanceType, InstanceType> instances = new IdentityHashMap<>();
    private final IdentityHashMap<ComponentType, ComponentType> components =
            new IdentityHashMap<>();

    ResourceSubstitution(DecodeState state, Map<ResourceId, ResourceId> ids) {
        this.state = state;
        this.ids = ids;
    }

    /** The type with new ids of {@code scope} in the place of its variables. */
    static ExternType renewed(ExternType type, ComponentScope scope) {
        if (!scope.state.facts.of(type).resources()) {
            return type;
        }
        Map<ResourceId, ResourceId> fresh = new HashMap<>();
        ResourceIds.named(type, id -> renew(id, scope, fresh));
        return new ResourceSubstitution(scope.state, fresh).apply(type);
    }

    /** Maps {@code id} to a new one of {@code scope}, if it is a variable without a mapping. */
    static void renew(ResourceId id, ComponentScope scope, Map<ResourceId, ResourceId> ids) {
        scope.state.work();
        if (scope.state.resources.isVariable(id) && !ids.containsKey(id)) {
            ids.put(id, scope.state.resources.fresh(id.name(), scope));
        }
    }

    ExternType apply(ExternType type) {
        if (ids.isEmpty() || !state.facts.of(type).resources()) {
            return type;
        }
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
        if (type instanceof AnyType.Value value) {
            return new AnyType.Value(apply(value.type()));
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
        return ids.getOrDefault(id, id);
    }

    private InstanceType apply(InstanceType type) {
        InstanceType done = instances.get(type);
        if (done == null) {
            done = new InstanceType(apply(type.exports()));
            instances.put(type, done);
        }
        return done;
    }

    private ComponentType apply(ComponentType type) {
        ComponentType done = components.get(type);
        if (done == null) {
            done = new ComponentType(apply(type.imports()), apply(type.exports()));
            components.put(type, done);
        }
        return done;
    }

    /** Each type of a map. */
    Map<String, ExternType> apply(Map<String, ExternType> types) {
        Map<String, ExternType> done = new LinkedHashMap<>();
        types.forEach((name, type) -> done.put(name, apply(type)));
        return done;
    }

    private FuncType apply(FuncType type) {
        if (!state.facts.of(type).resources()) {
            return type;
        }
        FuncType done = funcs.get(type);
        if (done == null) {
            ValType result = type.result();
            done =
                    new FuncType(
                            type.params().stream()
                                    .map(
                                            each ->
                                                    new FuncType.Param(
                                                            each.name(), apply(each.type())))
                                    .toList(),
                            result == null ? null : apply(result));
            funcs.put(type, done);
        }
        return done;
    }

    private ValType apply(ValType type) {
        if (!state.facts.of(type).resources()) {
            return type;
        }
        ValType done = values.get(type);
        if (done == null) {
            state.work();
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
        if (type instanceof ListType list) {
            return new ListType(apply(list.element()));
        }
        if (type instanceof OptionType option) {
            return new OptionType(apply(option.element()));
        }
        if (type instanceof ResultType result) {
            return new ResultType(payload(result.ok()), payload(result.err()));
        }
        if (type instanceof TupleType tuple) {
            return new TupleType(tuple.elements().stream().map(this::apply).toList());
        }
        if (type instanceof RecordType record) {
            return new RecordType(
                    record.fields().stream()
                            .map(each -> new RecordType.Field(each.name(), apply(each.type())))
                            .toList());
        }
        if (type instanceof VariantType variant) {
            return new VariantType(
                    variant.cases().stream()
                            .map(each -> new VariantType.Case(each.name(), payload(each.payload())))
                            .toList());
        }
        return type;
    }

    private @Nullable ValType payload(@Nullable ValType type) {
        return type == null ? null : apply(type);
    }
}
