//! The FIBEX model of messages that carry no text.

use std::fs::File;

use dlt_core::fibex::{gather_fibex_data, FibexConfig, FibexMetadata};
use kit::InitError;

/// Reads the files into one model; no files, no model.
pub fn read(paths: &[String]) -> Result<Option<FibexMetadata>, InitError> {
    if paths.is_empty() {
        return Ok(None);
    }
    // Opened here first, because the reader below does not tell which file it could not open.
    for path in paths {
        File::open(path).map_err(|error| InitError::Io(format!("cannot open '{path}': {error}")))?;
    }
    let files = FibexConfig { fibex_file_paths: paths.to_vec() };
    match gather_fibex_data(files) {
        // The reader takes any text for a FIBEX without frames.
        Some(model) if !model.frame_map.is_empty() => Ok(Some(model)),
        _ => Err(InitError::Config(format!("no FIBEX frames can be read from: {}", paths.join(", ")))),
    }
}
