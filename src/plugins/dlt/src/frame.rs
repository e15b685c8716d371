//! Where messages start and end.

use dlt_core::parse::DLT_PATTERN;
use memchr::memmem;

const STORAGE_HEADER_BYTES: usize = 16;
/// Header type, counter and length are always there; everything else may be missing.
const LEAST_HEADER_BYTES: usize = 4;

/// What lies at the front of a slice.
#[derive(Debug, PartialEq)]
pub enum Frame<'a> {
    /// All bytes of a message.
    Whole(&'a [u8]),
    /// Bytes that belong to no message.
    Garbage(usize),
    /// A message, or what may become one, without its end.
    Cut,
}

/// Looks at the front of the slice.
pub fn at_front(data: &[u8], storage_header: bool) -> Frame<'_> {
    if !storage_header {
        return whole(data, 0);
    }
    if data.starts_with(DLT_PATTERN) {
        return whole(data, STORAGE_HEADER_BYTES);
    }
    match next_start(data, 0) {
        0 => Frame::Cut,
        length => Frame::Garbage(length),
    }
}

/// The length of a message that turned out to be broken: up to the next one.
///
/// The stated length is not trusted then, because it may be what is broken. The result does not
/// depend on where the slice ends but for how much is skipped at once, so a log gives the same rows
/// however it is cut.
pub fn broken_length(data: &[u8]) -> usize {
    next_start(data, 1)
}

fn whole(data: &[u8], before: usize) -> Frame<'_> {
    if data.len() < before + LEAST_HEADER_BYTES {
        return Frame::Cut;
    }
    let stated = usize::from(u16::from_be_bytes([data[before + 2], data[before + 3]]));
    let length = before + stated.max(LEAST_HEADER_BYTES);
    data.get(..length).map_or(Frame::Cut, Frame::Whole)
}

/// Where the next pattern starts, or might start at the very end of the slice.
fn next_start(data: &[u8], from: usize) -> usize {
    if let Some(at) = memmem::find(&data[from..], DLT_PATTERN) {
        return from + at;
    }
    let begun = (1..DLT_PATTERN.len().min(data.len() - from + 1))
        .rev()
        .find(|length| data.ends_with(&DLT_PATTERN[..*length]));
    data.len() - begun.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(rest: &[u8]) -> Vec<u8> {
        let mut bytes = b"DLT\x01timemicrECU1".to_vec();
        bytes.extend([0x20, 0, 0, (4 + rest.len()) as u8]);
        bytes.extend(rest);
        bytes
    }

    #[test]
    fn a_message_is_cut_at_its_stated_length() {
        let mut data = message(b"abc");
        let length = data.len();
        data.extend(b"DLT");
        assert_eq!(at_front(&data, true), Frame::Whole(&data[..length]));
        assert_eq!(at_front(&data[..length - 1], true), Frame::Cut);
        assert_eq!(at_front(&data[16..], false), Frame::Whole(&data[16..length]));
    }

    #[test]
    fn garbage_reaches_to_the_next_start() {
        assert_eq!(at_front(b"xyzDLT\x01", true), Frame::Garbage(3));
        assert_eq!(at_front(b"xyzDL", true), Frame::Garbage(3));
        assert_eq!(at_front(b"xyz", true), Frame::Garbage(3));
        assert_eq!(at_front(b"DL", true), Frame::Cut);
        assert_eq!(at_front(b"", true), Frame::Cut);
    }

    #[test]
    fn a_broken_message_reaches_to_the_next_start() {
        assert_eq!(broken_length(b"DLT\x01..DLT\x01"), 6);
        assert_eq!(broken_length(b"DLT\x01....D"), 8);
        assert_eq!(broken_length(b"DLT\x01"), 4);
    }
}
