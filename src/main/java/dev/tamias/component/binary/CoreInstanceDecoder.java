package dev.tamias.component.binary;

import dev.tamias.component.type.ModuleType;
import dev.tamias.engine.binary.BinaryReader;
import dev.tamias.engine.binary.CoreType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads core instances (Binary.md, {@code core:instance}). */
final class CoreInstanceDecoder {

    private final ComponentScope scope;

    CoreInstanceDecoder(ComponentScope scope) {
        this.scope = scope;
    }

    /** One definition; appends to the core instances. */
    void define(BinaryReader in) {
        int offset = in.position();
        int form = in.u8();
        switch (form) {
            case 0x00 -> instantiate(in);
            case 0x01 -> exports(in, offset);
            default -> throw Tokens.unknown(offset, form, "core instance");
        }
    }

    private void instantiate(BinaryReader in) {
        int offset = in.position();
        int index = in.index();
        ModuleType module = scope.coreModules.get(offset, index);
        Map<String, Integer> arguments = arguments(in);
        module.imports()
                .forEach(
                        (from, wanted) -> {
                            String reason = mismatch(arguments.get(from), wanted, offset);
                            if (reason != null) {
                                throw BrokenRule.invalid(
                                        offset,
                                        "core module "
                                                + index
                                                + " imports \""
                                                + from
                                                + "\" "
                                                + reason);
                            }
                        });
        scope.coreInstances.add(offset, module.exports());
        scope.definitions.add(new Definition.CoreInstantiate(index, arguments));
    }

    private @Nullable String mismatch(
            @Nullable Integer argument, Map<String, CoreType> wanted, int offset) {
        scope.state.work(wanted.size());
        Map<String, CoreType> actual =
                argument == null ? Map.of() : scope.coreInstances.get(offset, argument);
        return CoreMatching.mismatch(actual, wanted, "is not given");
    }

    private Map<String, Integer> arguments(BinaryReader in) {
        int count = in.count();
        Map<String, Integer> arguments = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            String name = Tokens.name(in, scope.state.limits);
            Tokens.expect(in, 0x12, "core instance argument");
            int instance = in.index();
            scope.coreInstances.get(offset, instance);
            if (arguments.put(name, instance) != null) {
                throw BrokenRule.invalid(offset, "argument \"" + name + "\" is given twice");
            }
        }
        return arguments;
    }

    private void exports(BinaryReader in, int start) {
        int count = in.count();
        Map<String, Definition.CoreItem> items = new LinkedHashMap<>();
        Map<String, CoreType> types = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            String name = Tokens.name(in, scope.state.limits);
            CoreSort sort = AliasSort.readCore(in).coreSort(offset);
            Definition.CoreItem item = new Definition.CoreItem(sort, in.index());
            if (items.put(name, item) != null) {
                throw BrokenRule.invalid(offset, "core export \"" + name + "\" is there twice");
            }
            types.put(name, CoreItems.get(scope, offset, item));
        }
        scope.coreInstances.add(start, types);
        scope.definitions.add(new Definition.CoreExports(items));
    }
}
