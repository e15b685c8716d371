package dev.tamias.manager;

import dev.tamias.model.GuestText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A plugin in an archive: one NAME.wasm, wherever it lies, with NAME.toml and README.md beside it. Only
 * those are unpacked, into memory; but an archive with a name that leads out of it is refused whole,
 * since somebody means ill.
 */
final class ZipPackage {

    private static final long LARGEST_ARCHIVE = 128L << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int HIGHEST_RATIO = 100;

    /** Small entries may shrink as they like. */
    private static final long RATIO_FROM = 1L << 20;

    private final Path path;
    private final ZipFile zip;

    private ZipPackage(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    static PluginContent read(Path path) throws IOException {
        if (Files.size(path) > LARGEST_ARCHIVE) {
            throw PluginPackage.refused(
                    path.toString(), "it is larger than " + LARGEST_ARCHIVE + " bytes", null);
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new ZipPackage(path, zip).content();
        } catch (IllegalArgumentException e) {
            throw PluginPackage.refused(
                    path.toString(), "its entries have names in no known encoding", e);
        }
    }

    private PluginContent content() throws IOException {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.size() > MOST_ENTRIES) {
            throw refused("it has more than " + MOST_ENTRIES + " entries");
        }
        List<String> binaries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ZipEntry each : entries) {
            requireHarmless(each);
            if (!names.add(each.getName())) {
                throw refused("it has two entries \"" + each.getName() + "\"");
            }
            if (each.getName().endsWith(".wasm")) {
                binaries.add(each.getName());
            }
        }
        if (binaries.size() != 1) {
            throw refused(
                    binaries.isEmpty()
                            ? "there is no .wasm file in it"
                            : "there are several plugins in it: " + String.join(", ", binaries));
        }
        String binary = binaries.get(0);
        int slash = binary.lastIndexOf('/') + 1;
        String folder = binary.substring(0, slash);
        String name = binary.substring(slash, binary.length() - ".wasm".length());
        return new PluginContent(
                name,
                PluginBinary.of(bytes(binary, PluginFiles.LARGEST_BINARY)),
                text(folder + name + ".toml"),
                text(folder + PluginFiles.README));
    }

    private void requireHarmless(ZipEntry entry) {
        String reason = harm(entry.getName());
        if (reason != null) {
            throw refused("its entry \"" + GuestText.oneLine(entry.getName()) + "\" " + reason);
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (entry.getSize() > RATIO_FROM && entry.getSize() / packed > HIGHEST_RATIO) {
            throw refused(
                    "its entry \""
                            + entry.getName()
                            + "\" is more than "
                            + HIGHEST_RATIO
                            + " times as large as its packed bytes");
        }
    }

    private static @Nullable String harm(String name) {
        if (name.isEmpty() || name.length() > 1_000) {
            return "has no name or one that is too long";
        }
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.matches("(?s)[A-Za-z]:.*")) {
            return "is not a path within the archive";
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                return "leads out of its folder";
            }
        }
        return name.chars().anyMatch(Character::isISOControl) ? "has control characters" : null;
    }

    private Optional<byte[]> text(String name) throws IOException {
        return zip.getEntry(name) == null
                ? Optional.empty()
                : Optional.of(bytes(name, PluginFiles.LARGEST_TEXT));
    }

    /** The entry, whatever the archive says of its size: no more than {@code most} are unpacked. */
    private byte[] bytes(String name, int most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw refused("its entry \"" + name + "\" is larger than " + most + " bytes");
            }
            return bytes;
        }
    }

    private RuntimeException refused(String reason) {
        return PluginPackage.refused(path.toString(), reason, null);
    }
}
