package dev.tamias.component.binary;

/** How messages name the place of a fault. */
final class Place {

    private static final String[] SECTIONS = {
        "custom section",
        "core module section",
        "core instance section",
        "core type section",
        "component section",
        "instance section",
        "alias section",
        "type section",
        "canonical function section",
        "start section",
        "import section",
        "export section",
        "value section"
    };

    private Place() {}

    /** The start of a sentence. */
    static String of(long offset, String section) {
        return "At byte " + offset + ", in the " + section + ": ";
    }

    /** A section's name. */
    static String section(int id) {
        return id < SECTIONS.length ? SECTIONS[id] : "section " + id;
    }
}
