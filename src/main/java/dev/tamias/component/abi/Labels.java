package dev.tamias.component.abi;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values whose parts are given by the names that their types have for them. */
final class Labels {

    private Labels() {}

    static Val record(RecordType type, Map<String, Val> fields) {
        List<String> names = type.fields().stream().map(RecordType.Field::name).toList();
        fields.keySet().forEach(name -> index(names, name, "field", type));
        List<Val> values = new ArrayList<>();
        for (String name : names) {
            Val value = fields.get(name);
            if (value == null) {
                throw new IllegalArgumentException(
                        "field \"" + name + "\" of " + type + " is not given");
            }
            values.add(value);
        }
        return new Val.Record(values);
    }

    static Val variant(VariantType type, String name, @Nullable Val payload) {
        List<String> names = type.cases().stream().map(VariantType.Case::name).toList();
        int index = index(names, name, "case", type);
        if ((payload == null) != (type.cases().get(index).payload() == null)) {
            throw new IllegalArgumentException(
                    "case \""
                            + name
                            + "\" of "
                            + type
                            + (payload == null ? " has a payload" : " has no payload"));
        }
        return new Val.Variant(index, payload);
    }

    static Val enumCase(EnumType type, String label) {
        return new Val.EnumCase(index(type.labels(), label, "label", type));
    }

    static Val flags(FlagsType type, String... set) {
        int bits = 0;
        for (String label : set) {
            bits |= 1 << index(type.labels(), label, "label", type);
        }
        return new Val.Flags(bits);
    }

    private static int index(List<String> names, String name, String title, ValType type) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "there is no " + title + " \"" + name + "\" in " + type);
        }
        return index;
    }
}
