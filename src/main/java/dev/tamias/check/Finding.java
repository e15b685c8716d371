package dev.tamias.check;

import java.util.Locale;

/**
 * One thing that a check found out.
 *
 * @param found what is so, as sentences on one line; it may quote the plugin and the input
 * @param remedy what the plugin's author can do, as a sentence; empty where there is nothing to do
 */
public record Finding(Aspect aspect, Kind kind, String found, String remedy) {

    /** How a finding is to be taken. */
    public enum Kind {
        /** It was looked at, and is as it should be. */
        GOOD,
        /** To be known; no judgement. */
        NOTE,
        /** It could not be looked at. */
        UNCHECKED,
        /** The plugin is to be corrected. */
        DEFECT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding good(Aspect aspect, String found) {
        return new Finding(aspect, Kind.GOOD, found, "");
    }

    static Finding note(Aspect aspect, String found) {
        return new Finding(aspect, Kind.NOTE, found, "");
    }

    static Finding unchecked(Aspect aspect, String found, String remedy) {
        return new Finding(aspect, Kind.UNCHECKED, found, remedy);
    }

    static Finding defect(Aspect aspect, String found, String remedy) {
        return new Finding(aspect, Kind.DEFECT, found, remedy);
    }

    /** Whether the plugin is to be corrected. */
    public boolean isDefect() {
        return kind == Kind.DEFECT;
    }
}
