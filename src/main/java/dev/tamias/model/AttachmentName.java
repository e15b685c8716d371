package dev.tamias.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of attachments, which guests choose: made fit to be names of files anywhere, and read for the
 * type of what they name.
 */
public final class AttachmentName {

    /** Most file systems take 255 bytes; room is left for a number. */
    private static final int LONGEST_BYTES = 200;

    /** An extension that is longer than this is none. */
    private static final int LONGEST_EXTENSION = 16;

    private static final String NAMELESS = "attachment";

    /** What Windows and shells have other uses for. */
    private static final String RESERVED = "<>:\"/\\|?*$`'&;%!{}";

    /** Names of devices on Windows, whatever extension they have. */
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

    private static final Map<String, String> MEDIA_TYPES =
            Map.ofEntries(
                    Map.entry("txt", "text/plain"),
                    Map.entry("log", "text/plain"),
                    Map.entry("md", "text/markdown"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("html", "text/html"),
                    Map.entry("htm", "text/html"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("json", "application/json"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("gz", "application/gzip"),
                    Map.entry("tar", "application/x-tar"),
                    Map.entry("pcap", "application/vnd.tcpdump.pcap"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("bmp", "image/bmp"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("wav", "audio/wav"));

    private AttachmentName() {}

    /** A file name: of the last part of a path, without characters that mean something, never empty. */
    public static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints().map(AttachmentName::fit).forEach(kept::appendCodePoint);
        // No hidden files, no options of a command, and no ends that Windows drops.
        String trimmed = kept.toString().replaceAll("^[\\s.\\-~]+|[\\s.]+$", "");
        String named = trimmed.isEmpty() ? NAMELESS : trimmed;
        return cut(isDevice(named) ? "_" + named : named);
    }

    private static int fit(int each) {
        int type = Character.getType(each);
        boolean unfit =
                Character.isISOControl(each)
                        || RESERVED.indexOf(each) >= 0
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.PRIVATE_USE
                        || type == Character.UNASSIGNED
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR;
        return unfit ? '_' : each;
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]");
    }

    /** Cuts the stem, so that the extension stays. */
    private static String cut(String name) {
        String extension = name.substring(stem(name).length());
        StringBuilder stem = new StringBuilder();
        int room = LONGEST_BYTES - utf8(extension);
        for (int each : stem(name).codePoints().toArray()) {
            String character = Character.toString(each);
            room -= utf8(character);
            if (room < 0) {
                break;
            }
            stem.append(character);
        }
        return stem + extension;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The name without its extension. */
    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
        return hasExtension ? name.substring(0, dot) : name;
    }

    /** The media type that the name's extension stands for; that of any bytes where it is unknown. */
    public static String mediaType(String name) {
        String extension = name.substring(stem(name).length()).toLowerCase(Locale.ROOT);
        String known = extension.isEmpty() ? null : MEDIA_TYPES.get(extension.substring(1));
        return known == null ? "application/octet-stream" : known;
    }
}
