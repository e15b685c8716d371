package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;

/** A vector of 128 bits as scripts write it: the values of its lanes, the lowest first. */
final class Lanes {

    private static final int BITS = 128;

    private final String laneType;
    private final JsonNode values;
    private final int width;

    private Lanes(String laneType, JsonNode values, int width) {
        this.laneType = laneType;
        this.values = values;
        this.width = width;
    }

    static Lanes of(JsonNode node) {
        String laneType = node.path("lane_type").asText();
        int width =
                switch (laneType) {
                    case "i8" -> 8;
                    case "i16" -> 16;
                    case "i32", "f32" -> 32;
                    case "i64", "f64" -> 64;
                    default -> throw ValDecoder.wrong(node, "a known lane_type");
                };
        if (node.path("value").size() != BITS / width) {
            throw ValDecoder.wrong(node, BITS / width + " lanes");
        }
        return new Lanes(laneType, node.path("value"), width);
    }

    /** The two halves, low half first. */
    long[] bits() {
        long[] bits = new long[2];
        for (int i = 0; i < values.size(); i++) {
            bits[i * width / Long.SIZE] |=
                    masked(CoreConst.number(values.get(i))) << i * width % Long.SIZE;
        }
        return bits;
    }

    /** Whether each lane of the two halves is as expected. */
    boolean match(long[] bits) {
        for (int i = 0; i < values.size(); i++) {
            long lane = masked(bits[i * width / Long.SIZE] >>> i * width % Long.SIZE);
            if (!matches(values.get(i), lane)) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(JsonNode expected, long lane) {
        return switch (laneType) {
            case "f32" -> NanPattern.matchesF32(expected.asText(), (int) lane);
            case "f64" -> NanPattern.matchesF64(expected.asText(), lane);
            default -> masked(CoreConst.number(expected)) == lane;
        };
    }

    private long masked(long value) {
        return width == Long.SIZE ? value : value & ((1L << width) - 1);
    }
}
