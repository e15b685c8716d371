package dev.tamias.table.type;

/** What has been read of a time so far, and where reading is. */
final class TimeFields {

    byte[] bytes = new byte[0];
    int at;
    int to;
    int year;
    int month;
    int day;
    int dayOfYear;
    int hour;
    int minute;
    int second;
    int nano;
    int offset;

    void start(byte[] b, int from, int end) {
        bytes = b;
        at = from;
        to = end;
        year = TimeFormat.BASE_YEAR;
        month = 1;
        day = 1;
        dayOfYear = 0;
        hour = 0;
        minute = 0;
        second = 0;
        nano = 0;
        offset = TimeFormat.NO_ZONE;
    }

    /** Whether the clock shows a time; a second may be 60, which is the next minute's first. */
    boolean isClock() {
        return hour < 24 && minute < 60 && second <= 60;
    }

    int secondOfDay() {
        return (hour * 60 + minute) * 60 + second;
    }

    /** Reads exactly {@code count} digits, or gives −1 and reads nothing. */
    int digits(int count) {
        int number = Digits.fixed(bytes, at, to, count);
        if (number >= 0) {
            at += count;
        }
        return number;
    }

    boolean literal(String text) {
        if (to - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        at += text.length();
        return true;
    }
}
