package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.engine.binary.BinaryReader;
import org.jspecify.annotations.Nullable;

/** Something in an index space with its type (Binary.md, {@code sortidx}). */
record TypedItem(Definition.Item item, ExternType type) {

    static TypedItem read(BinaryReader in, ComponentScope scope) {
        int offset = in.position();
        Sort sort = AliasSort.read(in).sort(offset);
        int at = in.position();
        int index = in.index();
        ExternType type = type(scope, sort, at, index);
        AnyType any = sort == Sort.TYPE ? scope.types.get(at, index) : null;
        return of(sort, index, any, type);
    }

    /** Its type when it is exported under that name: that of a type is a type of its own. */
    ExternType named(ComponentScope scope, String name) {
        AnyType any = item.type();
        return any == null
                ? type
                : new ExternType.Type(ExternTypeDecoder.of(scope.state.facts.named(any, name)));
    }

    private static TypedItem of(Sort sort, int index, @Nullable AnyType any, ExternType type) {
        return new TypedItem(new Definition.Item(sort, index, any), type);
    }

    private static ExternType type(ComponentScope scope, Sort sort, int offset, int index) {
        return switch (sort) {
            case CORE_MODULE -> new ExternType.Module(scope.coreModules.get(offset, index));
            case FUNC -> new ExternType.Func(scope.funcs.get(offset, index));
            case TYPE -> new ExternType.Type(ExternTypeDecoder.of(scope.types.get(offset, index)));
            case COMPONENT -> new ExternType.Component(scope.components.get(offset, index));
            case INSTANCE -> new ExternType.Instance(scope.instances.get(offset, index));
        };
    }
}
