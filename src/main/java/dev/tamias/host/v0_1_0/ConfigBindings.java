package dev.tamias.host.v0_1_0;

import dev.tamias.component.abi.Val;
import dev.tamias.host.Configuration;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigSchema.Input;
import dev.tamias.model.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas and values of {@code chipmunk:shared/shared-types}. */
final class ConfigBindings {

    private ConfigBindings() {}

    /** {@code list<config-schema-item>}. */
    static ConfigSchema schema(Val value) {
        List<ConfigSchema.Item> items = new ArrayList<>();
        for (Val each : ((Val.ListOf) value).elements()) {
            List<Val> fields = ((Val.Record) each).fields();
            Val description = ((Val.Option) fields.get(2)).value();
            items.add(
                    new ConfigSchema.Item(
                            SharedBindings.text(fields.get(0)),
                            SharedBindings.text(fields.get(1)),
                            description == null ? "" : SharedBindings.text(description),
                            input((Val.Variant) fields.get(3))));
        }
        return new ConfigSchema(items);
    }

    /** {@code config-schema-type}; its cases in their order. */
    private static Input input(Val.Variant type) {
        @Nullable Val payload = type.payload();
        if (payload instanceof Val.Bool value) {
            return new ConfigSchema.BooleanInput(value.value());
        }
        if (payload instanceof Val.S32 value) {
            return new ConfigSchema.IntegerInput(value.value());
        }
        if (payload instanceof Val.F32 value) {
            return new ConfigSchema.FloatInput(value.value());
        }
        if (payload instanceof Val.Str value) {
            return new ConfigSchema.TextInput(value.value());
        }
        if (payload instanceof Val.ListOf extensions) {
            return new ConfigSchema.FilesInput(texts(extensions));
        }
        if (payload instanceof Val.Tuple dropdown) {
            return new ConfigSchema.DropdownInput(
                    texts((Val.ListOf) dropdown.elements().get(0)),
                    SharedBindings.text(dropdown.elements().get(1)));
        }
        return new ConfigSchema.DirectoriesInput();
    }

    private static List<String> texts(Val.ListOf list) {
        return list.elements().stream().map(SharedBindings::text).toList();
    }

    /** {@code list<config-item>}. */
    static Val items(Configuration configuration) {
        List<Val> items = new ArrayList<>();
        configuration
                .values()
                .forEach(
                        (id, value) ->
                                items.add(new Val.Record(List.of(new Val.Str(id), value(value)))));
        return new Val.ListOf(items);
    }

    /** {@code config-value}; its cases in their order. */
    private static Val value(ConfigValue value) {
        if (value instanceof ConfigValue.Bool bool) {
            return new Val.Variant(0, new Val.Bool(bool.value()));
        }
        if (value instanceof ConfigValue.Int integer) {
            return new Val.Variant(1, new Val.S32(integer.value()));
        }
        if (value instanceof ConfigValue.Float32 number) {
            return new Val.Variant(2, new Val.F32(number.value()));
        }
        if (value instanceof ConfigValue.Text text) {
            return new Val.Variant(3, new Val.Str(text.value()));
        }
        if (value instanceof ConfigValue.Directories directories) {
            return new Val.Variant(4, paths(directories.paths()));
        }
        if (value instanceof ConfigValue.Files files) {
            return new Val.Variant(5, paths(files.paths()));
        }
        return new Val.Variant(6, new Val.Str(((ConfigValue.Dropdown) value).value()));
    }

    private static Val paths(List<Path> paths) {
        return new Val.ListOf(
                paths.stream().<Val>map(path -> new Val.Str(path.toString())).toList());
    }
}
