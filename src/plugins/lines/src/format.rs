//! The formats of a line: its columns, and the cells it falls into.

use kit::{columns, InitError, RenderOptions};
use regex::Regex;

use crate::cells::join;
use crate::common;

pub const PLAIN: &str = "plain";
const COMMON: &str = "common";
const REGEX: &str = "regex";

/// All formats, in the order a user is offered them.
pub const NAMES: [&str; 3] = [PLAIN, COMMON, REGEX];

/// The column of the format `regex` that takes the lines the pattern does not match.
const UNMATCHED: &str = "Unmatched";

/// How a line falls into cells.
pub enum Format {
    Plain,
    Common,
    Pattern(Regex),
}

impl Format {
    /// The format of that name; the pattern is looked at for `regex` only.
    pub fn named(name: &str, pattern: &str) -> Result<Self, InitError> {
        match name {
            PLAIN => Ok(Format::Plain),
            COMMON => Ok(Format::Common),
            REGEX => compile(pattern).map(Format::Pattern).map_err(InitError::Config),
            _ => Err(InitError::Config(format!(
                "there is no format '{name}'; the formats are: {}",
                NAMES.join(", ")
            ))),
        }
    }

    pub fn columns(&self) -> RenderOptions {
        match self {
            Format::Plain => columns([("Message", "The line", -1)]),
            Format::Common => columns([
                ("Timestamp", "When, as the line has it", 190),
                ("Level", "How grave, as the line has it", 70),
                ("Component", "What part of the program wrote the line", 150),
                ("Message", "The rest of the line, or a line of another form", -1),
            ]),
            Format::Pattern(regex) => {
                let groups = regex.capture_names().flatten().map(|name| (name, name, 150));
                let unmatched = (UNMATCHED, "A line the pattern does not match", -1);
                columns(groups.chain([unmatched]))
            }
        }
    }

    /// The line as cells, joined.
    pub fn cells(&self, line: &str) -> String {
        match self {
            Format::Plain => join(&[line]),
            Format::Common => match common::split(line) {
                Some(parts) => join(&[parts.timestamp, parts.level, parts.component, parts.message]),
                None => join(&["", "", "", line]),
            },
            Format::Pattern(regex) => matched(regex, line),
        }
    }
}

fn compile(pattern: &str) -> Result<Regex, String> {
    if pattern.is_empty() {
        return Err("the format 'regex' needs a pattern, and the setting 'pattern' is empty".into());
    }
    let regex = Regex::new(pattern)
        .map_err(|error| format!("the setting 'pattern' is not a regular expression: {error}"))?;
    if regex.capture_names().flatten().next().is_none() {
        return Err("the pattern has no named group; write one for each column, (?<Name>…)".into());
    }
    Ok(regex)
}

fn matched(regex: &Regex, line: &str) -> String {
    let names = regex.capture_names().enumerate().filter(|(_, name)| name.is_some());
    let mut cells = Vec::with_capacity(regex.captures_len());
    match regex.captures(line) {
        Some(found) => {
            cells.extend(names.map(|(group, _)| found.get(group).map_or("", |cell| cell.as_str())));
            cells.push("");
        }
        None => {
            cells.extend(names.map(|_| ""));
            cells.push(line);
        }
    }
    join(&cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_columns_in_their_order() {
        let format = Format::named("regex", r"(?<b>\d+)(x)?(?<a>y)?").ok().unwrap();
        let columns = format.columns().columns_options.unwrap().columns;
        let captions: Vec<_> = columns.into_iter().map(|column| column.caption).collect();
        assert_eq!(captions, ["b", "a", "Unmatched"]);
        assert_eq!(format.cells("12xy"), "12\u{4}y\u{4}");
        assert_eq!(format.cells("12"), "12\u{4}\u{4}");
        assert_eq!(format.cells("none"), "\u{4}\u{4}none");
    }

    #[test]
    fn patterns_that_cannot_work_are_refused() {
        for pattern in ["", "(", r"(\d+)"] {
            assert!(matches!(Format::named("regex", pattern), Err(InitError::Config(_))));
        }
        assert!(matches!(Format::named("csv", ""), Err(InitError::Config(_))));
    }
}
