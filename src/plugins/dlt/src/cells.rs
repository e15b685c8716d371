//! The cells of a row, joined while they are written.

use kit::CELL_SEPARATOR;

/// One text that grows cell by cell, so that a row costs one allocation.
pub struct Cells(String);

impl Cells {
    pub fn new() -> Self {
        Cells(String::with_capacity(192))
    }

    /// Starts the next cell; the first one is open from the beginning.
    pub fn next(&mut self) -> &mut Self {
        self.0.push(CELL_SEPARATOR);
        self
    }

    /// Adds text of the trace. A separator in it would make a column too many and is shown as
    /// U+FFFD, like every other character that cannot be shown.
    pub fn text(&mut self, text: &str) {
        if memchr::memchr(CELL_SEPARATOR as u8, text.as_bytes()).is_none() {
            self.0.push_str(text);
        } else {
            self.0.push_str(&text.replace(CELL_SEPARATOR, "\u{fffd}"));
        }
    }

    /// To write what can hold no separator, such as numbers.
    pub fn open(&mut self) -> &mut String {
        &mut self.0
    }

    /// Bytes as hexadecimal digits behind `0x`.
    pub fn hex(&mut self, bytes: &[u8]) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        self.0.reserve(2 + 2 * bytes.len());
        self.0.push_str("0x");
        for byte in bytes {
            self.0.push(DIGITS[usize::from(byte >> 4)] as char);
            self.0.push(DIGITS[usize::from(byte & 15)] as char);
        }
    }

    /// The row, in no more memory than it needs: the host is handed exactly that.
    pub fn joined(mut self) -> String {
        self.0.shrink_to_fit();
        self.0
    }
}
