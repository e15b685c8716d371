package dev.tamias.manager;

import dev.tamias.model.HostException;
import dev.tamias.model.PluginType;
import dev.tamias.model.Trouble;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plugins of one entry of the class path, below {@code dev/tamias/plugins}; an index names them,
 * since a class path cannot be listed. Tamias brings some, and so may any other jar.
 *
 * @param base what the names of files are put behind
 */
record BundledPlugins(String base, boolean own) {

    private static final String ROOT = "dev/tamias/plugins/";
    private static final String INDEX = "index.txt";

    /** All that the class path has: other jars' first, so that they win over those of Tamias. */
    static List<BundledPlugins> all() {
        ClassLoader home = BundledPlugins.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        Map<String, BundledPlugins> found = new LinkedHashMap<>();
        String own = base(home.getResource(ROOT + INDEX));
        try {
            List<URL> indexes = new ArrayList<>(Collections.list(home.getResources(ROOT + INDEX)));
            if (context != null) {
                indexes.addAll(Collections.list(context.getResources(ROOT + INDEX)));
            }
            for (URL index : indexes) {
                String base = base(index);
                if (!base.equals(own)) {
                    found.putIfAbsent(base, new BundledPlugins(base, false));
                }
            }
        } catch (IOException e) {
            throw unreadable(ROOT + INDEX, e);
        }
        found.put(own, new BundledPlugins(own, true));
        return List.copyOf(found.values());
    }

    private static String base(URL index) {
        String text = index.toString();
        return text.substring(0, text.length() - INDEX.length());
    }

    /** Where they are, for people. */
    String title() {
        return own ? "bundled" : base;
    }

    /** The files of the plugins of one type. */
    List<PluginFiles.Bundled> of(PluginType type) {
        String index = new String(read(INDEX).orElse(new byte[0]), StandardCharsets.UTF_8);
        return index.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(type.folder() + "/"))
                .map(line -> line.substring(type.folder().length() + 1))
                .map(name -> new PluginFiles.Bundled(this, type.folder(), name))
                .toList();
    }

    /** A file below the root. */
    Optional<byte[]> read(String path) {
        try {
            URLConnection connection = new URL(base + path).openConnection();
            // A cached jar stays open, and stays what it was when another is put in its place.
            connection.setUseCaches(own);
            try (InputStream stream = connection.getInputStream()) {
                return Optional.of(read(stream, connection.getContentLengthLong()));
            }
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * What a stream has, in one piece where its size is known: pieces would have to be put together.
     *
     * @param size in bytes; negative where it is not known
     */
    private static byte[] read(InputStream stream, long size) throws IOException {
        if (size < 0 || size > PluginFiles.LARGEST_BINARY) {
            return stream.readNBytes(PluginFiles.LARGEST_BINARY);
        }
        byte[] bytes = new byte[(int) size];
        if (stream.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new EOFException("it ends before its " + size + " bytes");
        }
        return bytes;
    }

    private static HostException unreadable(String path, IOException cause) {
        return new HostException(
                Trouble.PLUGIN_FILES,
                "The bundled file \"" + path + "\" cannot be read: " + cause.getMessage() + ".",
                cause);
    }
}
