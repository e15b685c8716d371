package dev.tamias.manager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigSchema.Input;
import dev.tamias.model.PluginInfo;
import dev.tamias.model.PluginType;
import dev.tamias.model.RenderOptions;
import dev.tamias.model.SemanticVersion;
import dev.tamias.model.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Verdicts as JSON, and back. What is read was written by this class: its digest has been checked. */
final class VerdictJson {

    private final ObjectMapper mapper;

    private VerdictJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static ObjectNode write(ObjectMapper mapper, PluginCache.Cached cached) {
        return new VerdictJson(mapper).cached(cached);
    }

    private ObjectNode cached(PluginCache.Cached cached) {
        ObjectNode node = mapper.createObjectNode();
        FileStamp stamp = cached.stamp();
        if (stamp != null) {
            node.put("size", stamp.size()).put("modified", stamp.modified());
        }
        Verdict verdict = cached.verdict();
        node.put("sha256", verdict.sha256());
        if (verdict.info() != null) {
            node.set("info", info(verdict.info()));
        }
        ArrayNode problems = node.putArray("problems");
        for (Problem each : verdict.problems()) {
            problems.addObject()
                    .put("severity", each.severity().name())
                    .put("trouble", each.trouble().name())
                    .put("found", each.found())
                    .put("expected", each.expected())
                    .put("remedy", each.remedy());
        }
        return node;
    }

    private ObjectNode info(PluginInfo info) {
        ObjectNode node = mapper.createObjectNode();
        node.put("type", info.type().name());
        node.put("interface", info.apiVersion().toString());
        node.put("version", info.version().toString());
        ArrayNode items = node.putArray("configuration");
        for (ConfigSchema.Item each : info.schema().items()) {
            items.addObject()
                    .put("id", each.id())
                    .put("title", each.title())
                    .put("description", each.description())
                    .set("input", input(each.input()));
        }
        ArrayNode columns = node.putArray("columns");
        for (RenderOptions.Column each : info.renderOptions().columns()) {
            columns.addObject()
                    .put("caption", each.caption())
                    .put("description", each.description())
                    .put("width", each.width());
        }
        return node;
    }

    private ObjectNode input(Input input) {
        ObjectNode node = mapper.createObjectNode().put("type", input.title());
        if (input instanceof ConfigSchema.BooleanInput some) {
            node.put("value", some.value());
        } else if (input instanceof ConfigSchema.IntegerInput some) {
            node.put("value", some.value());
        } else if (input instanceof ConfigSchema.FloatInput some) {
            // As bits: JSON has no infinities, and a reader may round.
            node.put("value", Float.floatToRawIntBits(some.value()));
        } else if (input instanceof ConfigSchema.TextInput some) {
            node.put("value", some.value());
        } else if (input instanceof ConfigSchema.FilesInput some) {
            texts(node.putArray("extensions"), some.extensions());
        } else if (input instanceof ConfigSchema.DropdownInput some) {
            texts(node.putArray("options"), some.options());
            node.put("value", some.value());
        }
        return node;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    static PluginCache.Cached read(JsonNode node) {
        FileStamp stamp =
                node.has("size")
                        ? new FileStamp(node.path("size").asLong(), text(node, "modified"))
                        : null;
        List<Problem> problems = list(node.path("problems"), VerdictJson::problem);
        Verdict verdict = new Verdict(text(node, "sha256"), info(node.path("info")), problems);
        return new PluginCache.Cached(stamp, verdict);
    }

    private static Problem problem(JsonNode node) {
        return new Problem(
                Problem.Severity.valueOf(text(node, "severity")),
                Trouble.valueOf(text(node, "trouble")),
                text(node, "found"),
                text(node, "expected"),
                text(node, "remedy"));
    }

    private static @Nullable PluginInfo info(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        return new PluginInfo(
                PluginType.valueOf(text(node, "type")),
                version(node, "interface"),
                version(node, "version"),
                new ConfigSchema(list(node.path("configuration"), VerdictJson::item)),
                new RenderOptions(list(node.path("columns"), VerdictJson::column)));
    }

    private static ConfigSchema.Item item(JsonNode node) {
        return new ConfigSchema.Item(
                text(node, "id"),
                text(node, "title"),
                text(node, "description"),
                input(node.path("input")));
    }

    private static RenderOptions.Column column(JsonNode node) {
        return new RenderOptions.Column(
                text(node, "caption"), text(node, "description"), node.path("width").asInt());
    }

    private static Input input(JsonNode node) {
        JsonNode value = node.path("value");
        return switch (text(node, "type")) {
            case "boolean" -> new ConfigSchema.BooleanInput(value.asBoolean());
            case "integer" -> new ConfigSchema.IntegerInput(value.asInt());
            case "float" -> new ConfigSchema.FloatInput(Float.intBitsToFloat(value.asInt()));
            case "text" -> new ConfigSchema.TextInput(value.asText());
            case "directories" -> new ConfigSchema.DirectoriesInput();
            case "files" -> new ConfigSchema.FilesInput(texts(node.path("extensions")));
            case "dropdown" ->
                    new ConfigSchema.DropdownInput(texts(node.path("options")), value.asText());
            default -> throw new IllegalArgumentException("no input of that type");
        };
    }

    private static SemanticVersion version(JsonNode node, String name) {
        return SemanticVersion.parse(text(node, name))
                .orElseThrow(() -> new IllegalArgumentException("no version"));
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> form) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(form.apply(each)));
        return all;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
