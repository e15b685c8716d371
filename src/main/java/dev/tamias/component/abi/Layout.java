package dev.tamias.component.abi;

import static dev.tamias.component.abi.Codec.alignTo;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the parts of a value of some type lie in linear memory (CanonicalABI.md, "Loading" and {@code
 * alignment}, {@code elem_size}): for people who write a guest by hand, and for those who look at one.
 *
 * @param size of the value in bytes
 * @param alignment of its address
 * @param parts in the order of the type, each followed by its own
 */
public record Layout(int size, int alignment, List<Part> parts) {

    private static final Codecs CODECS = new Codecs();

    public Layout {
        parts = List.copyOf(parts);
    }

    /**
     * A part, the value itself being the first.
     *
     * @param offset from the start of the value, in bytes
     * @param depth of how many other parts it is a part
     * @param name of the field or case; the position in a tuple; empty for the value itself
     * @param what it is, in words: its type, the numbers of its cases, or what is at its place
     */
    public record Part(int offset, int size, int depth, String name, String what) {}

    /** The layout of a type. */
    public static Layout of(ValType type) {
        Codec codec = CODECS.of(type);
        List<Part> parts = new ArrayList<>();
        add(parts, type, 0, 0, "");
        return new Layout(codec.size(), codec.alignment(), parts);
    }

    private static void add(List<Part> parts, ValType type, int offset, int depth, String name) {
        parts.add(new Part(offset, CODECS.of(type).size(), depth, name, what(type)));
        if (type instanceof RecordType record) {
            List<ValType> types = record.fields().stream().map(RecordType.Field::type).toList();
            List<String> names = record.fields().stream().map(RecordType.Field::name).toList();
            addFields(parts, types, names, offset, depth + 1);
        } else if (type instanceof TupleType tuple) {
            List<ValType> types = tuple.elements();
            List<String> names =
                    IntStream.range(0, types.size()).mapToObj(Integer::toString).toList();
            addFields(parts, types, names, offset, depth + 1);
        } else {
            addPayloads(parts, cases(type), offset, depth + 1);
        }
    }

    private static void addFields(
            List<Part> parts, List<ValType> types, List<String> names, int offset, int depth) {
        int end = offset;
        for (int i = 0; i < types.size(); i++) {
            Codec codec = CODECS.of(types.get(i));
            int start = (int) alignTo(end, codec.alignment());
            add(parts, types.get(i), start, depth, names.get(i));
            end = start + codec.size();
        }
    }

    /** All payloads lie at one place, behind the discriminant, aligned for the one that needs most. */
    private static void addPayloads(
            List<Part> parts, List<VariantType.Case> cases, int offset, int depth) {
        int alignment = 1;
        for (VariantType.Case each : cases) {
            ValType payload = each.payload();
            alignment = Math.max(alignment, payload == null ? 1 : CODECS.of(payload).alignment());
        }
        int start = offset + (int) alignTo(CaseCodec.discriminantSize(cases.size()), alignment);
        for (VariantType.Case each : cases) {
            ValType payload = each.payload();
            if (payload != null) {
                add(parts, payload, start, depth, each.name());
            }
        }
    }

    /** The cases of a type that has some. */
    private static List<VariantType.Case> cases(ValType type) {
        if (type instanceof VariantType variant) {
            return variant.cases();
        } else if (type instanceof OptionType option) {
            return List.of(
                    new VariantType.Case("none", null),
                    new VariantType.Case("some", option.element()));
        } else if (type instanceof ResultType result) {
            return List.of(
                    new VariantType.Case("ok", result.ok()),
                    new VariantType.Case("err", result.err()));
        }
        return List.of();
    }

    private static String what(ValType type) {
        List<VariantType.Case> cases = cases(type);
        if (!cases.isEmpty()) {
            return kind(type)
                    + ": "
                    + numbered(cases.stream().map(VariantType.Case::name).toList());
        } else if (type instanceof EnumType labels) {
            return kind(type) + ": " + numbered(labels.labels());
        } else if (type.equals(PrimType.STRING)) {
            return "string: address, bytes";
        } else if (type instanceof ListType list) {
            return "list: address, length; of " + kind(list.element());
        }
        return kind(type);
    }

    /** The type's name without what it is made of. */
    private static String kind(ValType type) {
        String text = type.toString();
        int end =
                IntStream.range(0, text.length())
                        .filter(i -> "<{ ".indexOf(text.charAt(i)) >= 0)
                        .findFirst()
                        .orElse(text.length());
        return text.substring(0, end);
    }

    private static String numbered(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> i + " " + names.get(i))
                .collect(Collectors.joining(", "));
    }

    /** A line for each part: offset, size, and what is there. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("offset  size\n");
        for (Part each : parts) {
            String name = each.name().isEmpty() ? "" : each.name() + ": ";
            char[] indent = new char[2 * each.depth()];
            Arrays.fill(indent, ' ');
            text.append(String.format(Locale.ROOT, "%6d %5d  ", each.offset(), each.size()));
            text.append(indent).append(name).append(each.what()).append('\n');
        }
        return text.toString();
    }
}
