//! A byte source that brings the bytes of a file.

// The build puts the interfaces into the folder wit.
wit_bindgen::generate!({ path: "wit", world: "chipmunk:bytesource/bytesource", generate_all });

use chipmunk::bytesource::bytesource_types::{SourceConfig, SourceError};
use chipmunk::shared::shared_types::{
    ConfigItem, ConfigSchemaItem, ConfigSchemaType, ConfigValue, InitError, Version,
};
use exports::chipmunk::bytesource::byte_source::Guest;
use std::cell::RefCell;
use std::fs::File;
use std::io::Read;

/// A host may ask for more than it would like to get.
const MOST_BYTES: u64 = 1 << 20;

thread_local! {
    static FILE: RefCell<Option<File>> = const { RefCell::new(None) };
}

struct Plugin;

impl Guest for Plugin {
    fn get_version() -> Version {
        Version { major: 0, minor: 1, patch: 0 }
    }

    fn get_config_schemas() -> Vec<ConfigSchemaItem> {
        vec![ConfigSchemaItem {
            id: "file".into(),
            title: "File".into(),
            description: Some("The file to read".into()),
            input_type: ConfigSchemaType::Files(Vec::new()),
        }]
    }

    /// Only files that are configured can be opened; here is where it shows that one cannot.
    fn init(_general: SourceConfig, items: Vec<ConfigItem>) -> Result<(), InitError> {
        let paths: Vec<String> = items
            .into_iter()
            .filter(|item| item.id == "file")
            .flat_map(|item| match item.value {
                ConfigValue::Files(paths) => paths,
                _ => Vec::new(),
            })
            .collect();
        let [path] = paths.as_slice() else {
            let found = paths.len();
            return Err(InitError::Config(format!("'file' wants one file and has {found}")));
        };
        let file = File::open(path)
            .map_err(|error| InitError::Io(format!("cannot open '{path}': {error}")))?;
        FILE.set(Some(file));
        Ok(())
    }

    /// At most `len` bytes: a host may have no room for more. None at all is the end.
    fn read(len: u64) -> Result<Vec<u8>, SourceError> {
        FILE.with_borrow_mut(|file| {
            let file = file.as_mut().ok_or(SourceError::Other("read before init".into()))?;
            let mut bytes = Vec::new();
            file.take(len.min(MOST_BYTES))
                .read_to_end(&mut bytes)
                .map_err(|error| SourceError::Io(format!("cannot read: {error}")))?;
            Ok(bytes)
        })
    }
}

export!(Plugin);
