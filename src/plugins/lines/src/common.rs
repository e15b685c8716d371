//! Lines that start with a timestamp and name a level.
//!
//! Three forms are known; a timestamp or a level may be in brackets:
//!
//! ```text
//! TIME LEVEL component: message     TIME LEVEL [component] message     TIME LEVEL message
//! TIME [component] LEVEL message
//! TIME - component - LEVEL - message
//! ```
//!
//! Scanned by hand: the shape is fixed, and this is several times faster than a pattern.

use crate::timestamp;

const LEVELS: [&str; 17] = [
    "TRACE", "DEBUG", "INFO", "INFORMATION", "NOTICE", "WARN", "WARNING", "ERROR", "ERR", "SEVERE",
    "CRITICAL", "CRIT", "ALERT", "EMERG", "FATAL", "FINE", "VERBOSE",
];

/// What a line says.
#[derive(Debug, PartialEq)]
pub struct Parts<'a> {
    pub timestamp: &'a str,
    pub level: &'a str,
    pub component: &'a str,
    pub message: &'a str,
}

/// The parts of the line, or none if it has another form.
pub fn split(line: &str) -> Option<Parts<'_>> {
    let (timestamp, rest) = bracketed(line, timestamp::length)?;
    if let Some(dashed) = rest.strip_prefix(" - ") {
        return between_dashes(timestamp, dashed).or_else(|| level_first(timestamp, dashed));
    }
    let rest = spaces(rest)?;
    level_first(timestamp, rest).or_else(|| component_first(timestamp, rest))
}

fn level_first<'a>(timestamp: &'a str, rest: &'a str) -> Option<Parts<'a>> {
    let (level, rest) = level(rest)?;
    let (component, message) = component(rest);
    Some(Parts { timestamp, level, component, message })
}

fn component_first<'a>(timestamp: &'a str, rest: &'a str) -> Option<Parts<'a>> {
    let (component, rest) = in_brackets(rest)?;
    let (level, message) = level(spaces(rest)?)?;
    Some(Parts { timestamp, level, component, message })
}

fn between_dashes<'a>(timestamp: &'a str, rest: &'a str) -> Option<Parts<'a>> {
    let (component, rest) = rest.split_at(name_length(rest));
    let (level, rest) = bracketed(rest.strip_prefix(" - ")?, level_length)?;
    let message = rest.strip_prefix(" - ")?;
    Some(Parts { timestamp, level, component, message }).filter(|parts| !parts.component.is_empty())
}

/// A level, and what stands behind its mark and the spaces up to the next word.
fn level(text: &str) -> Option<(&str, &str)> {
    let (level, rest) = bracketed(text, level_length)?;
    let rest = behind_mark(rest).unwrap_or(rest);
    if rest.is_empty() {
        return Some((level, rest));
    }
    spaces(rest).map(|rest| (level, rest))
}

/// The component in front of a message, if one is marked by brackets, a colon or a dash.
fn component(text: &str) -> (&str, &str) {
    if let Some((component, rest)) = in_brackets(text) {
        return (component, behind_mark(rest).unwrap_or(rest).trim_start_matches(' '));
    }
    let (name, rest) = text.split_at(name_length(text));
    match behind_mark(rest) {
        Some(message) if !name.is_empty() => (name, message.trim_start_matches(' ')),
        _ => ("", text),
    }
}

/// The text behind a colon or a dash, if a space or the end follows it: `-5` is a number.
fn behind_mark(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(':').or_else(|| text.strip_prefix(" -"))?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
}

/// What `length` measures at the front of the text, or inside a bracket there.
fn bracketed(text: &str, length: impl Fn(&[u8]) -> usize) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[');
    let body = inner.unwrap_or(text);
    let (found, rest) = body.split_at(length(body.as_bytes()));
    let rest = if inner.is_some() { rest.strip_prefix(']')? } else { rest };
    (!found.is_empty()).then_some((found, rest))
}

fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(['[', ']'])?;
    Some((&inner[..end], inner[end..].strip_prefix(']')?))
}

/// The text behind one or more spaces.
fn spaces(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(' ');
    (rest.len() < text.len()).then_some(rest)
}

fn level_length(text: &[u8]) -> usize {
    let length = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = &text[..length];
    let known = LEVELS.iter().any(|level| level.as_bytes().eq_ignore_ascii_case(word));
    if known { length } else { 0 }
}

/// A program's name, with its process number in brackets if there is one.
fn name_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.$/@-".contains(byte);
    let name = bytes.iter().take_while(|byte| part(byte)).count();
    if name == 0 || bytes.get(name) != Some(&b'[') {
        return name;
    }
    let digits = bytes[name + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let closed = digits > 0 && bytes.get(name + 1 + digits) == Some(&b']');
    if closed { name + digits + 2 } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, cells: [&str; 4]) {
        let parts = split(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!([parts.timestamp, parts.level, parts.component, parts.message], cells);
    }

    #[test]
    fn forms() {
        let time = "2026-01-02 03:04:05.678";
        check(&format!("{time} INFO net.Http: up"), [time, "INFO", "net.Http", "up"]);
        check(&format!("[{time}] [warn] [db] - slow"), [time, "warn", "db", "slow"]);
        check(&format!("{time} [main] ERROR c.d.Main - no"), [time, "ERROR", "main", "c.d.Main - no"]);
        check(&format!("{time} - a.b - DEBUG - x - y"), [time, "DEBUG", "a.b", "x - y"]);
        check(&format!("{time} - INFO - x"), [time, "INFO", "", "x"]);
        check(&format!("{time}  Info  sshd[42]:  in: out"), [time, "Info", "sshd[42]", "in: out"]);
        check(&format!("{time} FATAL"), [time, "FATAL", "", ""]);
        check(&format!("{time} INFO -5 degrees"), [time, "INFO", "", "-5 degrees"]);
        check(&format!("{time} INFO: [x] -5"), [time, "INFO", "x", "-5"]);
        check(&format!("{time} INFO a é"), [time, "INFO", "", "a é"]);
    }

    #[test]
    fn other_lines_have_no_parts() {
        for line in ["", "\tat a.b.C", "INFO x: y", "2026-01-02 03:04:05 starting", "[2026-01-02 03:04:05 INFO x"] {
            assert_eq!(split(line), None, "{line}");
        }
    }
}
