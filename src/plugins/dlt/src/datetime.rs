//! Dates and times of the proleptic Gregorian calendar, from seconds since 1970.

use std::fmt::Write;

use dlt_core::dlt::DltTimeStamp;

const DAY: u64 = 86_400;
/// Years are counted in cycles of 400, which all have the same number of days.
const DAYS_IN_CYCLE: u64 = 146_097;
/// Days from 1 March of the year 0, where cycles and leap days end, to 1970.
const DAYS_BEFORE_1970: u64 = 719_468;

/// Writes a moment as `2026-01-02T03:04:05.678901Z`.
pub fn write(text: &mut String, time: &DltTimeStamp) {
    // A broken header may count more than a million microseconds; they are carried over.
    let seconds = u64::from(time.seconds) + u64::from(time.microseconds / 1_000_000);
    let micros = time.microseconds % 1_000_000;
    let (year, month, day) = date(seconds / DAY);
    let second = seconds % DAY;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let _ = write!(text, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{micros:06}Z");
}

/// Year, month and day of a day since 1970. Years start in March here, so that the leap day is the
/// last day of one and months need no table.
fn date(day: u64) -> (u64, u64, u64) {
    let day = day + DAYS_BEFORE_1970;
    let (cycle, day) = (day / DAYS_IN_CYCLE, day % DAYS_IN_CYCLE);
    let leap_days = day / 1460 - day / 36_524 + day / (DAYS_IN_CYCLE - 1);
    let year = (day - leap_days) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let march_month = (5 * day + 2) / 153;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = 400 * cycle + year + u64::from(month <= 2);
    (year, month, day - (153 * march_month + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seconds: u32, microseconds: u32, expected: &str) {
        let mut text = String::new();
        write(&mut text, &DltTimeStamp { seconds, microseconds });
        assert_eq!(text, expected);
    }

    #[test]
    fn known_moments() {
        check(0, 0, "1970-01-01T00:00:00.000000Z");
        check(951_782_399, 7, "2000-02-28T23:59:59.000007Z");
        check(951_782_400, 0, "2000-02-29T00:00:00.000000Z");
        check(951_868_800, 999_999, "2000-03-01T00:00:00.999999Z");
        check(1_708_435_046, 713_537, "2024-02-20T13:17:26.713537Z");
        check(1_735_689_599, 1_000_000, "2025-01-01T00:00:00.000000Z");
        check(u32::MAX, 0, "2106-02-07T06:28:15.000000Z");
    }
}
