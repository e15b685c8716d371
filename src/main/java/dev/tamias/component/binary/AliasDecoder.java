package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreType;
import java.util.Map;

/** Reads aliases (Binary.md, "Alias Definitions"). */
final class AliasDecoder {

    private final ComponentScope scope;

    AliasDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** An alias definition of a component; appends to the space of its sort. */
    void define(BinaryReader in) {
        int offset = in.position();
        AliasSort sort = AliasSort.read(in);
        int target = in.u8();
        switch (target) {
            case 0x00 -> export(in, sort);
            case 0x01 -> coreExport(in, sort);
            case 0x02 -> outer(in, offset, sort);
            default -> throw Tokens.unknown(in.position() - 1, target, "kind of alias");
        }
    }

    /** An alias declarator of a component or instance type: fewer sorts, and no definition. */
    void declare(BinaryReader in) {
        int offset = in.position();
        AliasSort sort = AliasSort.read(in);
        int target = in.u8();
        boolean allowed =
                target == 0x00 && (sort == AliasSort.INSTANCE || sort == AliasSort.TYPE)
                        || target == 0x02
                                && (sort == AliasSort.TYPE || sort == AliasSort.CORE_TYPE);
        if (!allowed) {
            throw BrokenRule.invalid(
                    offset,
                    "an alias within a type is of a " + sort.title() + ", which is not allowed");
        }
        if (target == 0x00) {
            export(in, sort);
        } else {
            outer(in, offset, sort);
        }
    }

    private void export(BinaryReader in, AliasSort sort) {
        int offset = in.position();
        int index = in.index();
        InstanceType instance = scope.instances.get(offset, index);
        String name = Tokens.name(in, scope.state.limits);
        ExternType type = instance.exports().get(name);
        if (type == null || !sort.fits(type)) {
            throw BrokenRule.invalid(
                    offset,
                    "instance "
                            + index
                            + " has no export \""
                            + name
                            + "\""
                            + (type == null ? "" : " of sort " + sort.title()));
        }
        scope.append(offset, type);
        if (sort != AliasSort.TYPE) {
            scope.definitions.add(new Definition.AliasExport(sort.sort(offset), index, name));
        }
    }

    private void coreExport(BinaryReader in, AliasSort sort) {
        int offset = in.position();
        int index = in.index();
        Map<String, CoreType> instance = scope.coreInstances.get(offset, index);
        String name = Tokens.name(in, scope.state.limits);
        CoreSort coreSort = sort.coreSort(offset);
        CoreType type = instance.get(name);
        if (type == null || CoreItems.sort(type) != coreSort) {
            throw BrokenRule.invalid(
                    offset,
                    "core instance "
                            + index
                            + " has no export \""
                            + name
                            + "\""
                            + (type == null ? "" : " of sort " + sort.title()));
        }
        CoreItems.append(scope, offset, type);
        scope.definitions.add(new Definition.AliasCoreExport(coreSort, index, name));
    }

    private void outer(BinaryReader in, int offset, AliasSort sort) {
        int count = in.index();
        int at = in.position();
        int index = in.index();
        ComponentScope from = scope.outward(offset, count);
        switch (sort) {
            case TYPE -> scope.types.add(at, outerType(from, at, count, index));
            case CORE_TYPE -> scope.coreTypes.add(at, from.coreTypes.get(at, index));
            case CORE_MODULE -> {
                scope.coreModules.add(at, from.coreModules.get(at, index));
                scope.definitions.add(new Definition.AliasOuter(Sort.CORE_MODULE, count, index));
            }
            case COMPONENT -> {
                scope.components.add(at, from.components.get(at, index));
                scope.definitions.add(new Definition.AliasOuter(Sort.COMPONENT, count, index));
            }
            default ->
                    throw BrokenRule.invalid(
                            offset,
                            "an outer alias is of a " + sort.title() + ", which is not allowed");
        }
    }

    private AnyType outerType(ComponentScope from, int offset, int count, int index) {
        AnyType type = from.types.get(offset, index);
        boolean leavesComponent = false;
        ComponentScope each = scope;
        for (int i = 0; i < count && each != null; i++) {
            leavesComponent |= each.kind == ComponentScope.Kind.COMPONENT;
            each = each.parent;
        }
        if (leavesComponent
                && scope.state.facts.of(type).resources()
                && !new ResourceUse(scope.state).of(type).isEmpty()) {
            throw BrokenRule.invalid(
                    offset,
                    "an outer alias takes type "
                            + index
                            + ", which refers to a resource type, out of its component");
        }
        return type;
    }
}
