//! A parser for traces of AUTOSAR Diagnostic Log and Trace.

mod argument;
mod cells;
mod datetime;
mod frame;
mod model;
mod payload;
mod row;
mod trace;
mod transfer;

use std::cell::RefCell;

use kit::{
    columns, setting, Config, ConfigItem, ConfigSchemaItem, ConfigSchemaType, Guest, InitError, Log,
    ParseError, ParseReturn, ParserConfig, RenderOptions, Version,
};
use trace::Trace;

const STORAGE_HEADER: &str = "storage-header";
const FIBEX: &str = "fibex";

thread_local! {
    /// Set by `init`; an instance serves one trace.
    static TRACE: RefCell<Option<Trace>> = const { RefCell::new(None) };
}

struct Plugin;

impl Guest for Plugin {
    fn get_version() -> Version {
        Version { major: 0, minor: 1, patch: 0 }
    }

    fn get_config_schemas() -> Vec<ConfigSchemaItem> {
        vec![
            setting(
                STORAGE_HEADER,
                "Storage headers",
                "Messages have a storage header in front, as in files; without it, as on a network, \
                 there is no date and no way to find the next message behind a broken one.",
                ConfigSchemaType::Boolean(true),
            ),
            setting(
                FIBEX,
                "FIBEX files",
                "Descriptions of the messages that carry no text of their own (non-verbose mode).",
                ConfigSchemaType::Files(vec!["xml".into()]),
            ),
        ]
    }

    fn get_render_options() -> RenderOptions {
        columns(row::COLUMNS)
    }

    fn init(general: ParserConfig, items: Vec<ConfigItem>) -> Result<(), InitError> {
        let log = Log::new(&general);
        let config = Config::new(items, &[STORAGE_HEADER, FIBEX])?;
        let storage_header = config.boolean(STORAGE_HEADER, true)?;
        let model = model::read(config.files(FIBEX)?)?;
        log.info(|| format!("dlt: storage headers {storage_header}"));
        if let Some(model) = &model {
            log.info(|| format!("dlt: {} frames from FIBEX", model.frame_map.len()));
        }
        TRACE.set(Some(Trace::new(storage_header, model, log)));
        Ok(())
    }

    fn parse(data: Vec<u8>, _timestamp: Option<u64>) -> Result<Vec<ParseReturn>, ParseError> {
        TRACE.with_borrow_mut(|trace| match trace {
            Some(trace) => trace.parse(&data),
            None => Err(ParseError::Unrecoverable("parse was called before init".into())),
        })
    }
}

kit::bindings::export!(Plugin with_types_in kit::bindings);
