package dev.tamias.manager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of the cache on disk: two lines of JSON, the first with the versions that the second depends
 * on and its SHA-256, so that a byte that was changed anywhere is seen.
 */
final class CacheFile {

    /** To be raised with every change of the form. */
    private static final int FORMAT = 1;

    private static final int LARGEST = 64 << 20;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CacheFile() {}

    /**
     * The verdicts in a file by the paths of binaries; none where there is no file, or one of other
     * versions.
     *
     * @throws IOException where the file is damaged or cannot be read
     */
    static Map<String, PluginCache.Cached> read(Path file, String versions) throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException("it is no regular file");
            }
            byte[] bytes = PluginFiles.InDirectory.read(file, LARGEST);
            if (bytes.length > LARGEST) {
                throw damaged();
            }
            return parse(bytes, versions);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static IOException damaged() {
        return new IOException("it is damaged");
    }

    private static Map<String, PluginCache.Cached> parse(byte[] bytes, String versions)
            throws IOException {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        int start = Math.min(end + 1, bytes.length);
        byte[] content = Arrays.copyOfRange(bytes, start, bytes.length);
        JsonNode header = MAPPER.readTree(bytes, 0, end);
        JsonNode form = header.path("tamias-cache");
        JsonNode made = header.path("versions");
        if (!form.isInt() || !made.isTextual()) {
            throw damaged();
        }
        if (!header.path("sha256")
                .asText("")
                .equals(digest(form.asInt(), made.asText(), content))) {
            throw damaged();
        }
        if (form.asInt() != FORMAT || !made.asText().equals(versions)) {
            return Map.of();
        }
        Map<String, PluginCache.Cached> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : MAPPER.readTree(content).properties()) {
            all.put(each.getKey(), VerdictJson.read(each.getValue()));
        }
        return all;
    }

    /** Of the content and of what the header says about it. */
    private static String digest(int form, String versions, byte[] content) {
        byte[] header = (form + " " + versions + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(header, header.length + content.length);
        System.arraycopy(content, 0, all, header.length, content.length);
        return PluginBinary.sha256(all);
    }

    /** Writes verdicts to a new file and moves it into place. */
    static void write(Path file, String versions, Map<String, PluginCache.Cached> all)
            throws IOException {
        ObjectNode plugins = MAPPER.createObjectNode();
        all.forEach((key, cached) -> plugins.set(key, VerdictJson.write(MAPPER, cached)));
        byte[] content = MAPPER.writeValueAsBytes(plugins);
        ObjectNode header = MAPPER.createObjectNode();
        header.put("tamias-cache", FORMAT);
        header.put("versions", versions);
        header.put("sha256", digest(FORMAT, versions, content));
        byte[] first = MAPPER.writeValueAsBytes(header);
        byte[] bytes = Arrays.copyOf(first, first.length + 1 + content.length);
        bytes[first.length] = '\n';
        System.arraycopy(content, 0, bytes, first.length + 1, content.length);
        WholeFile.replace(file, bytes);
    }
}
