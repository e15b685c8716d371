package dev.tamias.manager;

import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigSchema.Input;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.Trouble;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what is known of a plugin is written, and read again: field by field, since a library that can read
 * anything takes longer to load than a plugin to start. What is read was written by this class: its digest
 * has been checked.
 */
final class CachedForm {

    /** To be raised with every change of what is written. */
    static final int VERSION = 5;

    /** No plugin may hand out more in one call. */
    private static final int LONGEST = 64 << 20;

    private CachedForm() {}

    /** Reads one value. */
    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    /** Writes one value. */
    interface Writer<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    static void write(DataOutput out, PluginCache.Cached cached) throws IOException {
        optional(out, cached.stamp(), CachedForm::stamp);
        optional(out, cached.verdict(), CachedForm::verdict);
        text(out, cached.tomlSha256());
        optional(out, cached.metadata(), CachedForm::metadata);
    }

    static PluginCache.Cached read(DataInput in) throws IOException {
        return new PluginCache.Cached(
                optional(in, each -> new FileStamp(each.readLong(), text(each))),
                optional(in, CachedForm::verdict),
                text(in),
                optional(in, CachedForm::metadata));
    }

    private static void stamp(DataOutput out, FileStamp stamp) throws IOException {
        out.writeLong(stamp.size());
        text(out, stamp.modified());
    }

    private static void metadata(DataOutput out, PluginMetadata metadata) throws IOException {
        text(out, metadata.title());
        text(out, metadata.description());
        out.writeBoolean(metadata.newlineTail());
        out.writeBoolean(metadata.splitting().atLineFeeds());
        texts(out, metadata.splitting().where());
        out.writeBoolean(metadata.enabled());
        texts(out, metadata.columns());
        texts(out, metadata.more());
        text(out, metadata.warning());
    }

    private static void texts(DataOutput out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            text(out, each.getKey());
            text(out, each.getValue());
        }
    }

    private static Map<String, String> texts(DataInput in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(text(in), text(in));
        }
        return texts;
    }

    private static PluginMetadata metadata(DataInput in) throws IOException {
        String title = text(in);
        String description = text(in);
        boolean newlineTail = in.readBoolean();
        Splitting splitting = new Splitting(in.readBoolean(), texts(in));
        boolean enabled = in.readBoolean();
        return new PluginMetadata(
                title,
                description,
                newlineTail,
                splitting,
                enabled,
                texts(in),
                texts(in),
                text(in));
    }

    private static void verdict(DataOutput out, Verdict verdict) throws IOException {
        text(out, verdict.sha256());
        optional(out, verdict.info(), CachedForm::info);
        list(out, verdict.problems(), CachedForm::problem);
    }

    private static Verdict verdict(DataInput in) throws IOException {
        return new Verdict(text(in), optional(in, CachedForm::info), list(in, CachedForm::problem));
    }

    private static void problem(DataOutput out, Problem problem) throws IOException {
        text(out, problem.severity().name());
        text(out, problem.trouble().name());
        text(out, problem.found());
        text(out, problem.expected());
        text(out, problem.remedy());
    }

    private static Problem problem(DataInput in) throws IOException {
        return new Problem(
                Problem.Severity.valueOf(text(in)),
                Trouble.valueOf(text(in)),
                text(in),
                text(in),
                text(in));
    }

    private static void info(DataOutput out, PluginInfo info) throws IOException {
        text(out, info.type().name());
        text(out, info.apiVersion().toString());
        text(out, info.version().toString());
        list(out, info.schema().items(), CachedForm::item);
        list(out, info.renderOptions().columns(), CachedForm::column);
    }

    private static PluginInfo info(DataInput in) throws IOException {
        return new PluginInfo(
                PluginType.valueOf(text(in)),
                version(in),
                version(in),
                new ConfigSchema(list(in, CachedForm::item)),
                new RenderOptions(list(in, CachedForm::column)));
    }

    private static SemanticVersion version(DataInput in) throws IOException {
        return SemanticVersion.parse(text(in)).orElseThrow(() -> new IOException("no version"));
    }

    private static void column(DataOutput out, RenderOptions.Column column) throws IOException {
        text(out, column.caption());
        text(out, column.description());
        out.writeInt(column.width());
    }

    private static RenderOptions.Column column(DataInput in) throws IOException {
        return new RenderOptions.Column(text(in), text(in), in.readInt());
    }

    private static void item(DataOutput out, ConfigSchema.Item item) throws IOException {
        text(out, item.id());
        text(out, item.title());
        text(out, item.description());
        input(out, item.input());
    }

    private static ConfigSchema.Item item(DataInput in) throws IOException {
        return new ConfigSchema.Item(text(in), text(in), text(in), input(in));
    }

    private static void input(DataOutput out, Input input) throws IOException {
        text(out, input.title());
        if (input instanceof ConfigSchema.BooleanInput some) {
            out.writeBoolean(some.value());
        } else if (input instanceof ConfigSchema.IntegerInput some) {
            out.writeInt(some.value());
        } else if (input instanceof ConfigSchema.FloatInput some) {
            out.writeInt(Float.floatToRawIntBits(some.value()));
        } else if (input instanceof ConfigSchema.TextInput some) {
            text(out, some.value());
        } else if (input instanceof ConfigSchema.FilesInput some) {
            list(out, some.extensions(), CachedForm::text);
        } else if (input instanceof ConfigSchema.DropdownInput some) {
            list(out, some.options(), CachedForm::text);
            text(out, some.value());
        }
    }

    private static Input input(DataInput in) throws IOException {
        return switch (text(in)) {
            case "boolean" -> new ConfigSchema.BooleanInput(in.readBoolean());
            case "integer" -> new ConfigSchema.IntegerInput(in.readInt());
            case "float" -> new ConfigSchema.FloatInput(Float.intBitsToFloat(in.readInt()));
            case "text" -> new ConfigSchema.TextInput(text(in));
            case "directories" -> new ConfigSchema.DirectoriesInput();
            case "files" -> new ConfigSchema.FilesInput(list(in, CachedForm::text));
            case "dropdown" -> new ConfigSchema.DropdownInput(list(in, CachedForm::text), text(in));
            default -> throw new IOException("no input of that type");
        };
    }

    /** In UTF-8 with its length before it: a plugin's texts may be longer than 65,535 bytes. */
    static void text(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("no text is so long");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static <T> void list(DataOutput out, List<T> all, Writer<T> form) throws IOException {
        out.writeInt(all.size());
        for (T each : all) {
            form.write(out, each);
        }
    }

    private static <T> List<T> list(DataInput in, Reader<T> form) throws IOException {
        List<T> all = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            all.add(form.read(in));
        }
        return all;
    }

    private static <T> void optional(DataOutput out, @Nullable T value, Writer<T> form)
            throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            form.write(out, value);
        }
    }

    private static <T> @Nullable T optional(DataInput in, Reader<T> form) throws IOException {
        return in.readBoolean() ? form.read(in) : null;
    }
}
