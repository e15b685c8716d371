//! Cells joined into one text.

use kit::CELL_SEPARATOR;

/// Joins cells by the separator.
///
/// A separator that is part of the log's own text would make a column too many, and is shown as
/// U+FFFD, like every other character that cannot be shown.
pub fn join(cells: &[&str]) -> String {
    let length = cells.iter().map(|cell| cell.len() + 1).sum::<usize>().saturating_sub(1);
    let mut joined = String::with_capacity(length);
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            joined.push(CELL_SEPARATOR);
        }
        push(&mut joined, cell);
    }
    joined
}

fn push(joined: &mut String, cell: &str) {
    if memchr::memchr(CELL_SEPARATOR as u8, cell.as_bytes()).is_none() {
        joined.push_str(cell);
    } else {
        joined.push_str(&cell.replace(CELL_SEPARATOR, "\u{fffd}"));
    }
}
