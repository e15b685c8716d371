//! A byte source that reads one file.

mod bindings {
    wit_bindgen::generate!({
        path: "../../main/wit",
        world: "chipmunk:bytesource/bytesource",
        generate_all,
    });
}

use std::cell::RefCell;
use std::fs::File;
use std::io::Read;

use bindings::chipmunk::bytesource::bytesource_types::{SourceConfig, SourceError};
use bindings::chipmunk::shared::logging::{log, Level};
use bindings::chipmunk::shared::shared_types::{
    ConfigItem, ConfigSchemaItem, ConfigSchemaType, ConfigValue, InitError, Version,
};
use bindings::exports::chipmunk::bytesource::byte_source::Guest;

const INPUT_PATH: &str = "input-path";

/// A host may ask for more than it would like to get; a request is answered by at most this much.
const MOST_BYTES: u64 = 1 << 20;

/// The open file, and its path for messages.
struct Source {
    file: File,
    path: String,
}

thread_local! {
    /// Set by `init`; an instance serves one file.
    static SOURCE: RefCell<Option<Source>> = const { RefCell::new(None) };
}

struct Plugin;

impl Guest for Plugin {
    fn get_version() -> Version {
        Version { major: 0, minor: 1, patch: 0 }
    }

    fn get_config_schemas() -> Vec<ConfigSchemaItem> {
        vec![ConfigSchemaItem {
            id: INPUT_PATH.into(),
            title: "File".into(),
            description: Some("The file to read, exactly one".into()),
            input_type: ConfigSchemaType::Files(Vec::new()),
        }]
    }

    fn init(general: SourceConfig, items: Vec<ConfigItem>) -> Result<(), InitError> {
        let path = input_path(items)?;
        let file = File::open(&path)
            .map_err(|error| InitError::Io(format!("cannot open '{path}': {error}")))?;
        let folder = file.metadata().is_ok_and(|metadata| metadata.is_dir());
        if folder {
            return Err(InitError::Io(format!("'{path}' is a folder, not a file")));
        }
        if general.log_level as u8 >= Level::Info as u8 {
            log(Level::Info, &format!("file-source: reading '{path}'"));
        }
        SOURCE.set(Some(Source { file, path }));
        Ok(())
    }

    fn read(len: u64) -> Result<Vec<u8>, SourceError> {
        SOURCE.with_borrow_mut(|source| match source {
            Some(source) => source.read(len),
            None => Err(SourceError::Other("read was called before init".into())),
        })
    }
}

impl Source {
    /// At most `len` bytes, and fewer only at the end of the file or of a large request. The file's
    /// own position is all there is to remember, so a file that grows is read on.
    fn read(&mut self, len: u64) -> Result<Vec<u8>, SourceError> {
        let len = len.min(MOST_BYTES);
        let mut bytes = Vec::with_capacity(len as usize);
        match (&mut self.file).take(len).read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(SourceError::Io(format!("cannot read '{}': {error}", self.path))),
        }
    }
}

fn input_path(items: Vec<ConfigItem>) -> Result<String, InitError> {
    if let Some(item) = items.iter().find(|item| item.id != INPUT_PATH) {
        let id = &item.id;
        return Err(InitError::Config(format!("there is no setting '{id}'; there is '{INPUT_PATH}'")));
    }
    match items.into_iter().next().map(|item| item.value) {
        Some(ConfigValue::Files(mut paths)) if paths.len() == 1 => Ok(paths.remove(0)),
        Some(ConfigValue::Files(paths)) => Err(InitError::Config(format!(
            "the setting '{INPUT_PATH}' wants exactly one file and has {}",
            paths.len()
        ))),
        Some(_) => Err(InitError::Config(format!("the setting '{INPUT_PATH}' wants a list of files"))),
        None => Err(InitError::Config(format!("the setting '{INPUT_PATH}' is missing"))),
    }
}

bindings::export!(Plugin with_types_in bindings);
