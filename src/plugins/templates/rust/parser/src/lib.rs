//! A parser of lines, split at a separator into two columns.

// The build puts the interfaces into the folder wit.
wit_bindgen::generate!({ path: "wit", world: "chipmunk:parser/parse", generate_all });

use chipmunk::parser::parse_types::{
    ColumnInfo, ColumnsRenderOptions, ParseError, ParseReturn, ParseYield, ParsedMessage,
    ParserConfig, RenderOptions,
};
use chipmunk::shared::shared_types::{
    ConfigItem, ConfigSchemaItem, ConfigSchemaType, ConfigValue, InitError, Version,
};
use exports::chipmunk::parser::parser::Guest;
use std::cell::Cell;

/// Both what is declared and what is used, so that the two cannot differ.
const DEFAULT_SEPARATOR: &str = " ";

thread_local! {
    static SEPARATOR: Cell<u8> = const { Cell::new(DEFAULT_SEPARATOR.as_bytes()[0]) };
}

struct Plugin;

impl Guest for Plugin {
    fn get_version() -> Version {
        Version { major: 0, minor: 1, patch: 0 }
    }

    fn get_config_schemas() -> Vec<ConfigSchemaItem> {
        vec![ConfigSchemaItem {
            id: "separator".into(),
            title: "Separator".into(),
            description: Some("One ASCII character between the two columns".into()),
            input_type: ConfigSchemaType::Text(DEFAULT_SEPARATOR.into()),
        }]
    }

    /// May be called before `init`.
    fn get_render_options() -> RenderOptions {
        let column = |caption: &str, width| ColumnInfo {
            caption: caption.into(),
            description: "A part of the line".into(),
            width,
        };
        RenderOptions {
            columns_options: Some(ColumnsRenderOptions {
                columns: vec![column("First", 200), column("Rest", -1)],
                min_width: 30,
                max_width: 600,
            }),
        }
    }

    /// Refuses what it cannot use, and says why; a panic here would say nothing.
    fn init(_general: ParserConfig, items: Vec<ConfigItem>) -> Result<(), InitError> {
        for item in items {
            match (item.id.as_str(), item.value) {
                ("separator", ConfigValue::Text(text)) if text.len() == 1 => {
                    SEPARATOR.set(text.as_bytes()[0]);
                }
                ("separator", _) => {
                    return Err(InitError::Config("'separator' is to be one ASCII character".into()))
                }
                (id, _) => return Err(InitError::Config(format!("there is no setting '{id}'"))),
            }
        }
        Ok(())
    }

    /// All whole lines of the slice; what is behind the last one comes again with the next slice.
    fn parse(data: Vec<u8>, _timestamp: Option<u64>) -> Result<Vec<ParseReturn>, ParseError> {
        let mut items = Vec::new();
        for line in data.split_inclusive(|byte| *byte == b'\n') {
            if let Some(text) = line.strip_suffix(b"\n") {
                items.push(ParseReturn {
                    value: Some(ParseYield::Message(ParsedMessage::Columns(cells(text)))),
                    consumed: line.len() as u64,
                });
            }
        }
        // No item and no error would have the host ask for ever.
        if items.is_empty() { Err(ParseError::Incomplete) } else { Ok(items) }
    }
}

/// As many cells as there are columns, always.
fn cells(line: &[u8]) -> Vec<String> {
    let separator = SEPARATOR.get();
    let mut parts = line.splitn(2, |byte| *byte == separator);
    let mut next = || text(parts.next().unwrap_or_default());
    vec![next(), next()]
}

/// Text whatever the log holds; U+0004 would be the border of a cell.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\u{4}', "\u{fffd}")
}

export!(Plugin);
