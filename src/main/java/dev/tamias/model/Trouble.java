package dev.tamias.model;

import java.util.Locale;

/**
 * The kinds of trouble that Tamias reports, each with a section of its own (symptom, reason, remedy)
 * in {@code docs/troubleshooting.md}. A test holds the two together.
 */
public enum Trouble {
    /** The bytes are not in the component binary format. */
    MALFORMED_COMPONENT,
    /** The bytes decode, and break a validation rule of the Component Model. */
    INVALID_COMPONENT,
    /** The component uses a part of the Component Model that is not supported yet. */
    UNSUPPORTED_FEATURE,
    /** An import has no definition, or one of another type. */
    LINK,
    /** The component exports no plugin interface. */
    NOT_A_PLUGIN,
    /** The component is a plugin for a version of the interface that is not supported. */
    PLUGIN_VERSION,
    /** The guest stopped with a trap. */
    TRAP,
    /** The guest went past a limit: time, memory, handles, bytes. */
    LIMIT,
    /** The guest was interrupted from outside. */
    INTERRUPTED,
    /** The plugin refused its configuration or could not start. */
    INIT,
    /** The parser reported that it cannot go on. */
    PARSE,
    /** The byte source reported an error. */
    SOURCE,
    /** The plugin broke the rules of its interface. */
    CONTRACT,
    /** No plugin has that name. */
    UNKNOWN_PLUGIN,
    /** A plugin's files are incomplete or unreadable. */
    PLUGIN_FILES,
    /** A name means two things, or none. */
    AMBIGUOUS_INPUT,
    /** A table does not have what an operation on it needs. */
    TABLE,
    /** A configuration value has a wrong name, type or content. */
    CONFIGURATION,
    /** An input could not be read. */
    INPUT,
    /** An output could not be written. */
    OUTPUT,
    /** The host could not offer what a guest was to be given. */
    SANDBOX,
    /** The workshop is not installed, or its tool cannot do what it was asked for. */
    WORKSHOP;

    /** Where a reader finds more: a path in the project, with the section's anchor. */
    public String link() {
        return "docs/troubleshooting.md#" + anchor();
    }

    /** The anchor of this trouble's section. */
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
