//! What the parsers of this folder share: the bindings of the world `chipmunk:parser/parse`, access
//! to the configuration, and a log that keeps to the level the host asked for.

mod config;
mod log;
mod schema;

pub mod bindings {
    wit_bindgen::generate!({
        path: "../../main/wit",
        world: "chipmunk:parser/parse",
        generate_all,
        pub_export_macro: true,
    });
}

pub use bindings::chipmunk::parser::parse_types::{
    Attachment, ColumnInfo, ColumnsRenderOptions, ParseError, ParseReturn, ParseYield,
    ParsedMessage, ParserConfig, RenderOptions,
};
pub use bindings::chipmunk::shared::logging::Level;
pub use bindings::chipmunk::shared::shared_types::{
    ConfigItem, ConfigSchemaItem, ConfigSchemaType, ConfigValue, InitError, Version,
};
pub use bindings::exports::chipmunk::parser::parser::Guest;
pub use config::Config;
pub use log::Log;
pub use schema::{columns, setting};

/// Separates the cells of a `line`; the host splits there.
///
/// One string with separators is cheaper to hand over than a list of strings: one allocation a
/// message in the plugin and one copy in the host.
pub const CELL_SEPARATOR: char = '\u{4}';
