//! Timestamps at the front of a line.

/// How long the timestamp at the front is; 0 if there is none.
///
/// Known are `2026-01-02 03:04:05`, also with slashes or a `T`, with up to nine digits of a second
/// behind a point or a comma, and with a zone (`Z`, `+01:00`, `+0100`, with a space before it or
/// not); and the short `26/01/02 03:04:05`. Digits are not checked for being a real date: a wrong
/// one is still what the line says.
pub fn length(text: &[u8]) -> usize {
    if matches(text, b"dddd-dd-ddTdd:dd:dd") {
        let second = 19;
        let fraction = second + fraction_length(&text[second..]);
        fraction + zone_length(&text[fraction..])
    } else if matches(text, b"dd/dd/dd dd:dd:dd") {
        17
    } else {
        0
    }
}

/// Whether the text starts as the shape says: `d` a digit, `-` a date's separator, `T` what may
/// stand between date and time.
fn matches(text: &[u8], shape: &[u8]) -> bool {
    text.len() >= shape.len()
        && shape.iter().zip(text).all(|(shape, byte)| match shape {
            b'd' => byte.is_ascii_digit(),
            b'-' => matches!(byte, b'-' | b'/'),
            b'T' => matches!(byte, b'T' | b' '),
            _ => byte == shape,
        })
}

fn fraction_length(text: &[u8]) -> usize {
    if !matches!(text.first(), Some(b'.' | b',')) {
        return 0;
    }
    match text[1..].iter().take_while(|byte| byte.is_ascii_digit()).count() {
        digits @ 1..=9 => digits + 1,
        _ => 0,
    }
}

fn zone_length(text: &[u8]) -> usize {
    let space = usize::from(text.first() == Some(&b' '));
    let zone = &text[space..];
    let sign = matches!(zone.first(), Some(b'+' | b'-'));
    if zone.first() == Some(&b'Z') {
        space + 1
    } else if sign && matches(&zone[1..], b"dd:dd") {
        space + 6
    } else if sign && matches(&zone[1..], b"dddd") {
        space + 5
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn the_whole_timestamp_is_measured() {
        for time in [
            "2026-01-02 03:04:05",
            "2026/01/02T03:04:05.123456789Z",
            "2026-01-02 03:04:05,678 +0100",
            "2026-01-02T03:04:05-08:00",
            "26/01/02 03:04:05",
        ] {
            assert_eq!(length(format!("{time} x").as_bytes()), time.len(), "{time}");
        }
        assert_eq!(length(b"2026-01-02 03:04"), 0);
        assert_eq!(length(b"2026-01-02 03:04:05. x"), 19);
    }
}
