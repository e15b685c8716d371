package dev.tamias.check;

import java.util.Arrays;
import java.util.Locale;

/** What a component can do by way of what it imports, and what that means for whoever runs it. */
public enum Capability {
    /** Messages to the host. */
    LOG("It logs through the host.", "chipmunk:shared/logging"),
    HOST("Words that it shares with the host; they do nothing.", "chipmunk:"),
    FILES(
            "It reads the files and directories that its configuration names, and has a temporary"
                    + " directory of its own. Nothing else on the disk is there for it.",
            "wasi:filesystem/"),
    CLOCK("It can tell the time and measure it.", "wasi:clocks/"),
    RANDOM("It can ask for random numbers, so that two runs may differ.", "wasi:random/"),
    STREAMS("It reads and writes what it was given, and waits for it.", "wasi:io/"),
    PROGRAM(
            "What it prints goes into its log. Arguments, environment and input are empty.",
            "wasi:cli/"),
    NETWORK("It asks for the network, and is given no address there.", "wasi:sockets/ wasi:http/"),
    OTHER("Nothing that is known here: look at it before you run it.", "");

    private final String meaning;
    private final String prefixes;

    Capability(String meaning, String prefixes) {
        this.meaning = meaning;
        this.prefixes = prefixes;
    }

    /** What an import of that name, {@code wasi:clocks/wall-clock@0.2.6} for one, lets a component do. */
    public static Capability of(String imported) {
        for (Capability each : values()) {
            if (Arrays.stream(each.prefixes.split(" ")).anyMatch(imported::startsWith)) {
                return each;
            }
        }
        return OTHER;
    }

    /** What it means for whoever runs the component: sentences. */
    public String meaning() {
        return meaning;
    }

    /** Whether a reader is to look twice. */
    public boolean isRemarkable() {
        return this == NETWORK || this == OTHER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
