//! A parser for text logs: one message a line.

mod ansi;
mod cells;
mod common;
mod format;
mod slice;
mod timestamp;

use std::sync::OnceLock;

use format::Format;
use kit::{
    setting, Config, ConfigItem, ConfigSchemaItem, ConfigSchemaType, Guest, InitError, Log,
    ParseError, ParseReturn, ParserConfig, RenderOptions, Version,
};
use slice::Lines;

const FORMAT: &str = "format";
const PATTERN: &str = "pattern";
const STRIP_ANSI: &str = "strip-ansi";
const SKIP_EMPTY: &str = "skip-empty";

/// Set once by `init`; an instance serves one log.
static LINES: OnceLock<Lines> = OnceLock::new();

struct Plugin;

impl Guest for Plugin {
    fn get_version() -> Version {
        Version { major: 0, minor: 1, patch: 0 }
    }

    fn get_config_schemas() -> Vec<ConfigSchemaItem> {
        let formats = format::NAMES.iter().map(|name| name.to_string()).collect();
        vec![
            setting(
                FORMAT,
                "Format",
                "plain: a line is one cell; common: timestamp, level, component and message; \
                 regex: the columns are the named groups of the pattern.",
                ConfigSchemaType::Dropdown((formats, format::PLAIN.into())),
            ),
            setting(
                PATTERN,
                "Pattern",
                "For the format regex: a regular expression with a named group for each column, \
                 such as (?<Level>[A-Z]+): (?<Message>.*)",
                ConfigSchemaType::Text(String::new()),
            ),
            setting(
                STRIP_ANSI,
                "Strip ANSI sequences",
                "Takes the colours and other control sequences of terminals out of the text.",
                ConfigSchemaType::Boolean(false),
            ),
            setting(
                SKIP_EMPTY,
                "Skip empty lines",
                "Makes no message of a line without text.",
                ConfigSchemaType::Boolean(false),
            ),
        ]
    }

    /// Before `init` these are the columns of the default format, after it those of the chosen one.
    fn get_render_options() -> RenderOptions {
        LINES.get().map_or_else(|| Format::Plain.columns(), |lines| lines.format.columns())
    }

    fn init(general: ParserConfig, items: Vec<ConfigItem>) -> Result<(), InitError> {
        let log = Log::new(&general);
        let config = Config::new(items, &[FORMAT, PATTERN, STRIP_ANSI, SKIP_EMPTY])?;
        let name = config.dropdown(FORMAT, format::PLAIN)?;
        let lines = Lines {
            format: Format::named(name, config.text(PATTERN)?)?,
            strip_ansi: config.boolean(STRIP_ANSI, false)?,
            skip_empty: config.boolean(SKIP_EMPTY, false)?,
        };
        log.info(|| format!("lines: format {name}"));
        log.debug(|| {
            format!("lines: strip-ansi {}, skip-empty {}", lines.strip_ansi, lines.skip_empty)
        });
        LINES.set(lines).map_err(|_| InitError::Other("init was called twice".into()))
    }

    fn parse(data: Vec<u8>, _timestamp: Option<u64>) -> Result<Vec<ParseReturn>, ParseError> {
        match LINES.get() {
            Some(lines) => lines.parse(&data),
            None => Err(ParseError::Unrecoverable("parse was called before init".into())),
        }
    }
}

kit::bindings::export!(Plugin with_types_in kit::bindings);
