package dev.tamias.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version {@code major.minor.patch}, with the suffix (pre-release and build) kept as text.
 *
 * @param suffix what follows the patch number, with its {@code -} or {@code +}; empty if nothing does
 */
public record SemanticVersion(long major, long minor, long patch, String suffix)
        implements Comparable<SemanticVersion> {

    private static final Pattern FORM =
            Pattern.compile(
                    "(0|[1-9]\\d{0,17})\\.(0|[1-9]\\d{0,17})\\.(0|[1-9]\\d{0,17})([-+][0-9A-Za-z.+-]+)?");

    private static final Comparator<SemanticVersion> ORDER =
            Comparator.comparingLong(SemanticVersion::major)
                    .thenComparingLong(SemanticVersion::minor)
                    .thenComparingLong(SemanticVersion::patch)
                    .thenComparing(SemanticVersion::suffix);

    public SemanticVersion(long major, long minor, long patch) {
        this(major, minor, patch, "");
    }

    /** The version that {@code text} states, or empty where it states none. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(
                new SemanticVersion(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        suffix));
    }

    /**
     * The part of the version within which releases are compatible: {@code 2} of 2.1.0, {@code 0.2}
     * of 0.2.6, {@code 0.0.3} of 0.0.3, and the whole version where it is a pre-release
     * (component-model, Explainer.md, "canonical interface name").
     */
    public String compatibilityTrack() {
        if (suffix.startsWith("-")) {
            return toString();
        }
        if (major > 0) {
            return Long.toString(major);
        }
        return minor > 0 ? "0." + minor : "0.0." + patch;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + suffix;
    }
}
