package dev.tamias.component.binary;

import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.engine.binary.BinaryReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads component instances (Binary.md, "Instance Definitions"). */
final class InstanceDecoder {

    private final ComponentScope scope;

    InstanceDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** One definition; appends to the instances. */
    void define(BinaryReader in) {
        int offset = in.position();
        int form = in.u8();
        switch (form) {
            case 0x00 -> instantiate(in);
            case 0x01 -> exports(in, offset);
            default -> throw Tokens.unknown(offset, form, "instance");
        }
    }

    private void instantiate(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        ComponentType component = scope.components.get(offset, index);
        Map<String, TypedItem> arguments = arguments(in);
        InstanceType type = instantiated(offset, component, arguments);
        scope.state.facts.check(offset, new ExternType.Instance(type));
        scope.instances.add(offset, type);
        Map<String, Definition.Item> items = new LinkedHashMap<>();
        arguments.forEach((name, argument) -> items.put(name, argument.item()));
        scope.definitions.add(new Definition.Instantiate(index, items, type));
    }

    private Map<String, TypedItem> arguments(BinaryReader in) {
        int count = in.count();
        Map<String, TypedItem> arguments = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            String name = Tokens.name(in, scope.state.limits);
            if (arguments.put(name, TypedItem.read(in, scope)) != null) {
                throw BrokenRule.invalid(offset, "argument \"" + name + "\" is given twice");
            }
        }
        return arguments;
    }

    /** The exports, with given types for imported ones and new resource types for the others. */
    private InstanceType instantiated(
            int offset, ComponentType component, Map<String, TypedItem> arguments) {
        Map<ResourceId, ResourceId> ids = new HashMap<>();
        TypeSubstitution substitution = new TypeSubstitution(scope.state, ids);
        TypeMatching matching = new TypeMatching(scope.state);
        component
                .imports()
                .forEach(
                        (name, wanted) -> {
                            TypedItem actual = arguments.get(name);
                            String reason =
                                    actual == null
                                            ? "is not given"
                                            : matching.mismatch(actual.type(), wanted, ids);
                            if (actual == null || reason != null) {
                                throw BrokenRule.invalid(
                                        offset,
                                        "the component's import \""
                                                + name
                                                + "\" ("
                                                + wanted.title()
                                                + "): "
                                                + reason);
                            }
                            substitution.give(actual.type(), wanted);
                        });
        InstanceType made = scope.state.made(component);
        TypeSubstitution.renew(new ExternType.Instance(made), scope.state, scope::local, ids);
        return substitution.apply(made);
    }

    private void exports(BinaryReader in, int start) {
        int count = in.count();
        Map<String, Definition.Item> items = new LinkedHashMap<>();
        NameSpace names = new NameSpace(NameSpace.Kind.INSTANCE);
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            NameAttributes name = NameAttributes.read(in, scope.state.limits);
            TypedItem exported = TypedItem.read(in, scope);
            name.check(offset, exported.type());
            names.add(offset, name.name(), exported.type());
            items.put(name.name(), exported.item());
        }
        InstanceType type = new InstanceType(names.types());
        scope.state.facts.check(start, new ExternType.Instance(type));
        scope.instances.add(start, type);
        scope.definitions.add(new Definition.Exports(items, type));
    }
}
