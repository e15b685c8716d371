//! Control sequences of terminals.

use std::borrow::Cow;

const ESCAPE: u8 = 0x1b;

/// The text without control sequences (`ESC [ … letter`) and operating system commands
/// (`ESC ] … BEL`, or `ESC ] … ESC \`). An escape that starts neither stays, as it may be meant.
pub fn strip(text: Cow<str>) -> Cow<str> {
    if memchr::memchr(ESCAPE, text.as_bytes()).is_none() {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(at) = memchr::memchr(ESCAPE, rest.as_bytes()) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = sequence_length(rest.as_bytes());
        if length == 0 {
            kept.push_str(&rest[..1]);
        }
        rest = &rest[length.max(1)..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// The length of the sequence that starts with the escape at the front; 0 if there is none.
fn sequence_length(bytes: &[u8]) -> usize {
    match bytes.get(1) {
        Some(b'[') => {
            let middle = bytes[2..].iter().take_while(|byte| (0x20..0x40).contains(*byte)).count();
            match bytes.get(2 + middle) {
                Some(0x40..=0x7e) => 3 + middle,
                _ => 0,
            }
        }
        Some(b']') => {
            let end = bytes[2..].iter().position(|byte| *byte == 7 || *byte == ESCAPE);
            match end.map(|end| end + 2) {
                Some(end) if bytes[end] == 7 => end + 1,
                Some(end) if bytes.get(end + 1) == Some(&b'\\') => end + 2,
                _ => 0,
            }
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_go_and_text_stays() {
        for (text, kept) in [
            ("\x1b[1;31mred\x1b[0m", "red"),
            ("\x1b]0;title\x07text\x1b]8;;\x1b\\", "text"),
            ("lone \x1b stays", "lone \x1b stays"),
            ("open \x1b[12", "open \x1b[12"),
            ("\x1b[é", "\x1b[é"),
        ] {
            assert_eq!(strip(text.into()), kept);
        }
    }
}
