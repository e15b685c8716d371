package dev.tamias.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/**
 * What a user sets by environment variables, as JJava names them; the launcher has given IJava's names
 * to them already.
 */
record KernelSettings(Map<String, String> environment) {

    private static final Pattern TIMEOUT = Pattern.compile("(-?\\d{1,15})\\W*([A-Za-z]+)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static KernelSettings ofEnvironment() {
        return new KernelSettings(System.getenv());
    }

    private String get(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    String version() {
        String version = get("TAMIAS_VERSION");
        return version.isEmpty() ? "0" : version;
    }

    String classPath() {
        return get("JJAVA_CLASSPATH");
    }

    boolean extensions() {
        String value = environment.getOrDefault("JJAVA_LOAD_EXTENSIONS", "1").strip();
        return !(value.isEmpty() || value.equals("0") || value.equalsIgnoreCase("false"));
    }

    List<String> compilerOptions() {
        List<String> options = new ArrayList<>();
        Matcher words = WORD.matcher(get("JJAVA_COMPILER_OPTS"));
        while (words.find()) {
            options.add(words.group(1) != null ? words.group(1) : words.group(2));
        }
        return options;
    }

    /** How long a cell may run; -1 for ever. A number alone is milliseconds. */
    long timeoutMillis() {
        Matcher timeout = TIMEOUT.matcher(get("JJAVA_TIMEOUT"));
        if (!timeout.matches()) {
            return -1;
        }
        long number = Long.parseLong(timeout.group(1));
        String unit = timeout.group(2);
        try {
            return unit == null
                    ? number
                    : java.util.concurrent.TimeUnit.valueOf(unit.toUpperCase(Locale.ROOT))
                            .toMillis(number);
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /** What the launcher found out and the user must read: in the first cell. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        get("TAMIAS_NOTICE").lines().filter(line -> !line.isBlank()).forEach(notices::add);
        String timeout = get("JJAVA_TIMEOUT");
        if (!timeout.isEmpty() && timeoutMillis() == -1 && !timeout.equals("-1")) {
            notices.add("JJAVA_TIMEOUT=\"" + timeout + "\" is no time (\"30 seconds\"); cells have none.");
        }
        return notices;
    }

    List<String> startupSnippets(Consumer<String> notice) {
        List<String> snippets = new ArrayList<>();
        String paths = get("JJAVA_STARTUP_SCRIPTS_PATH");
        try {
            for (Path path : PathsHandler.splitAndResolveGlobs(paths)) {
                if (Files.isRegularFile(path)) {
                    snippets.add(Files.readString(path));
                } else {
                    notice.accept("There is no startup script \"" + path + "\".");
                }
            }
        } catch (IOException | RuntimeException e) {
            notice.accept("The startup scripts \"" + paths + "\" cannot be read: " + e);
        }
        if (!get("JJAVA_STARTUP_SCRIPT").isEmpty()) {
            snippets.add(get("JJAVA_STARTUP_SCRIPT"));
        }
        return snippets;
    }
}
