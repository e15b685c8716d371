//! A slice of a log, cut into lines.

use std::borrow::Cow;

use kit::{ParseError, ParseReturn, ParseYield, ParsedMessage};
use memchr::{memchr_iter, memrchr};

use crate::ansi;
use crate::format::Format;

/// How lines are made into messages.
pub struct Lines {
    pub format: Format,
    pub strip_ansi: bool,
    pub skip_empty: bool,
}

impl Lines {
    /// All lines of the slice that are complete.
    ///
    /// A rest without a line feed is left alone, since more of the line may follow: the host comes
    /// again with it and what follows, and at the end of the log with a line feed of its own.
    pub fn parse(&self, data: &[u8]) -> Result<Vec<ParseReturn>, ParseError> {
        let end = memrchr(b'\n', data).ok_or(ParseError::Incomplete)? + 1;
        let data = &data[..end];
        // Mostly the whole slice is good UTF-8, and one check of it is cheaper than one a line.
        let text = std::str::from_utf8(data).ok();
        let mut items = Vec::with_capacity(end / 64 + 1);
        let mut start = 0;
        for feed in memchr_iter(b'\n', data) {
            let stop = feed - usize::from(feed > start && data[feed - 1] == b'\r');
            let line = match text {
                Some(text) => Cow::Borrowed(&text[start..stop]),
                None => String::from_utf8_lossy(&data[start..stop]),
            };
            items.push(ParseReturn {
                value: self.message(line).map(ParseYield::Message),
                consumed: (feed + 1 - start) as u64,
            });
            start = feed + 1;
        }
        Ok(items)
    }

    fn message(&self, line: Cow<str>) -> Option<ParsedMessage> {
        let line = if self.strip_ansi { ansi::strip(line) } else { line };
        if self.skip_empty && line.trim().is_empty() {
            return None;
        }
        Some(ParsedMessage::Line(self.format.cells(&line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Lines {
        Lines { format: Format::Plain, strip_ansi: false, skip_empty: true }
    }

    fn rows(lines: &Lines, data: &[u8]) -> Vec<(Option<String>, u64)> {
        let text = |value| match value {
            ParseYield::Message(ParsedMessage::Line(text)) => text,
            _ => panic!("not a line"),
        };
        let items = lines.parse(data).unwrap();
        items.into_iter().map(|item| (item.value.map(text), item.consumed)).collect()
    }

    #[test]
    fn line_ends_are_consumed_and_not_shown() {
        let rows = rows(&plain(), b"a\r\nbc\n\n\r\nrest");
        let expected = [(Some("a".into()), 3), (Some("bc".into()), 3), (None, 1), (None, 2)];
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_slice_without_line_feed_is_incomplete() {
        assert!(matches!(plain().parse(b"abc"), Err(ParseError::Incomplete)));
        assert!(matches!(plain().parse(b""), Err(ParseError::Incomplete)));
    }

    #[test]
    fn bad_bytes_are_replaced_and_counted() {
        assert_eq!(rows(&plain(), b"a\xffb\n"), [(Some("a\u{fffd}b".into()), 4)]);
    }

    #[test]
    fn a_separator_in_the_text_makes_no_column() {
        assert_eq!(rows(&plain(), b"a\x04b\n"), [(Some("a\u{fffd}b".into()), 4)]);
    }
}
