package dev.tamias.table.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How messages are grouped; drain3 has the same settings under the same names and defaults. Immutable.
 *
 * @param depth levels of the prefix tree, at least 3: the root, the number of tokens, {@code depth} − 3
 *     first tokens, the groups
 * @param similarity share of its tokens in which a message must agree with a template to join it, from
 *     0 to 1
 * @param maxChildren most children of an inner node; further first tokens share one
 * @param numbersAreParameters whether tokens with a digit share one node of the tree
 * @param extraDelimiters texts that part tokens beside white space
 * @param masks applied to a message before it is cut into tokens, in this order
 */
public record DrainSettings(
        int depth,
        double similarity,
        int maxChildren,
        boolean numbersAreParameters,
        List<String> extraDelimiters,
        List<Mask> masks) {

    private static final String START = "(?<![A-Za-z0-9])";
    private static final String END = "(?![A-Za-z0-9])";

    /**
     * A part of messages that differs from one to the next.
     *
     * @param pattern what to replace, in Java's syntax
     * @param name what to put there, in angle brackets
     */
    public record Mask(Pattern pattern, String name) {

        String replace(String message) {
            return pattern.matcher(message).replaceAll(Matcher.quoteReplacement("<" + name + ">"));
        }
    }

    /**
     * @throws IllegalArgumentException if the depth is below 3
     */
    public DrainSettings {
        if (depth < 3) {
            throw new IllegalArgumentException("depth is " + depth + " and must be at least 3");
        }
        extraDelimiters = extraDelimiters.stream().filter(each -> !each.isEmpty()).toList();
        masks = List.copyOf(masks);
    }

    /** drain3's own: depth 4, similarity 0.4, 100 children, numbers are parameters, no masks. */
    public static DrainSettings defaults() {
        return new DrainSettings(4, 0.4, 100, true, List.of(), List.of());
    }

    public DrainSettings withDepth(int levels) {
        return new DrainSettings(
                levels, similarity, maxChildren, numbersAreParameters, extraDelimiters, masks);
    }

    public DrainSettings withSimilarity(double share) {
        return new DrainSettings(
                depth, share, maxChildren, numbersAreParameters, extraDelimiters, masks);
    }

    public DrainSettings withMaxChildren(int children) {
        return new DrainSettings(
                depth, similarity, children, numbersAreParameters, extraDelimiters, masks);
    }

    public DrainSettings withNumbersAreParameters(boolean are) {
        return new DrainSettings(depth, similarity, maxChildren, are, extraDelimiters, masks);
    }

    public DrainSettings withExtraDelimiters(String... delimiters) {
        return new DrainSettings(
                depth, similarity, maxChildren, numbersAreParameters, List.of(delimiters), masks);
    }

    /**
     * These settings and one more mask, after those before.
     *
     * @throws java.util.regex.PatternSyntaxException if it is no regular expression
     */
    public DrainSettings withMask(String regex, String name) {
        List<Mask> more = new ArrayList<>(masks);
        more.add(new Mask(Pattern.compile(regex), name));
        return new DrainSettings(
                depth, similarity, maxChildren, numbersAreParameters, extraDelimiters, more);
    }

    /** These settings and masks for what most logs have: UUIDs, IPv4 addresses, hexadecimal and other numbers. */
    public DrainSettings withCommonMasks() {
        return withMask(
                        "(?=[0-9a-fA-F])"
                                + START
                                + "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
                                + END,
                        "UUID")
                .withMask("(?=\\d)" + START + "\\d{1,3}(?:\\.\\d{1,3}){3}" + END, "IP")
                .withMask("(?=0)" + START + "0x[0-9a-fA-F]+" + END, "HEX")
                .withMask("(?=[-+0-9])" + START + "[-+]?\\d+" + END, "NUM");
    }
}
