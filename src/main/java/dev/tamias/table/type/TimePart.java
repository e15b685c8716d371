package dev.tamias.table.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of a time pattern: reads its field, or says that it is not there. */
@FunctionalInterface
interface TimePart {

    /** Reads on in {@code fields}; false where the text is another. */
    boolean read(TimeFields fields);

    /** The part for a run of one letter; null where there is none. */
    static @Nullable TimePart of(String letters) {
        return switch (letters) {
            case "yyyy", "uuuu" -> f -> (f.year = f.digits(4)) >= 0;
            case "yy" -> TimePart::shortYear;
            case "MM" -> f -> (f.month = f.digits(2)) > 0;
            case "MMM" -> TimePart::monthName;
            case "dd" -> f -> (f.day = f.digits(2)) > 0;
            case "d" -> TimePart::paddedDay;
            case "DDD" -> f -> (f.dayOfYear = f.digits(3)) > 0;
            case "EEE" -> TimePart::dayName;
            case "HH" -> f -> (f.hour = f.digits(2)) >= 0;
            case "H" -> TimePart::shortHour;
            case "mm" -> f -> (f.minute = f.digits(2)) >= 0;
            case "ss" -> f -> (f.second = f.digits(2)) >= 0;
            case "X", "XX", "XXX", "Z", "z" -> TimePart::zone;
            default -> letters.startsWith("S") ? TimePart::fraction : null;
        };
    }

    static TimePart literal(String text) {
        return fields -> fields.literal(text);
    }

    /** Parts that are all there, or none of them. */
    static TimePart optional(List<TimePart> parts) {
        return fields -> {
            int start = fields.at;
            for (TimePart part : parts) {
                if (!part.read(fields)) {
                    fields.at = start;
                    break;
                }
            }
            return true;
        };
    }

    private static boolean shortYear(TimeFields f) {
        int year = f.digits(2);
        f.year = year < 70 ? 2000 + year : 1900 + year;
        return year >= 0;
    }

    private static boolean paddedDay(TimeFields f) {
        if (f.at < f.to && f.bytes[f.at] == ' ') {
            f.at++;
        }
        int count = Math.min(2, Digits.count(f.bytes, f.at, f.to));
        f.day = f.digits(count);
        return count > 0;
    }

    private static boolean shortHour(TimeFields f) {
        int count = Math.min(2, Digits.count(f.bytes, f.at, f.to));
        f.hour = f.digits(count);
        return count > 0;
    }

    private static boolean monthName(TimeFields f) {
        int found = name(f, "janfebmaraprmayjunjulaugsepoctnovdec");
        f.month = found + 1;
        return found >= 0;
    }

    private static boolean dayName(TimeFields f) {
        return name(f, "montuewedthufrisatsun") >= 0;
    }

    /** Which of the names of three letters stands there, or −1. */
    private static int name(TimeFields f, String names) {
        if (f.to - f.at < 3) {
            return -1;
        }
        for (int i = 0; i < names.length(); i += 3) {
            if ((f.bytes[f.at] | 0x20) == names.charAt(i)
                    && (f.bytes[f.at + 1] | 0x20) == names.charAt(i + 1)
                    && (f.bytes[f.at + 2] | 0x20) == names.charAt(i + 2)) {
                f.at += 3;
                return i / 3;
            }
        }
        return -1;
    }

    private static boolean fraction(TimeFields f) {
        int count = Digits.count(f.bytes, f.at, f.to);
        if (count < 1 || count > 9) {
            return false;
        }
        f.nano = (int) (f.digits(count) * Digits.ten(9 - count));
        return true;
    }

    /** Z, UTC, GMT, or an offset in hours or hours and minutes. */
    private static boolean zone(TimeFields f) {
        if (f.literal("Z") || f.literal("UTC") || f.literal("GMT")) {
            f.offset = 0;
            return true;
        }
        if (f.at == f.to || f.bytes[f.at] != '+' && f.bytes[f.at] != '-') {
            return false;
        }
        int sign = f.bytes[f.at++] == '-' ? -1 : 1;
        int hours = f.digits(2);
        boolean colon = f.literal(":");
        int minutes = f.digits(2);
        if (hours < 0 || hours > 18 || minutes > 59 || colon && minutes < 0) {
            return false;
        }
        f.offset = sign * (hours * 3600 + Math.max(0, minutes) * 60);
        return true;
    }
}
