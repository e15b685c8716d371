//! What the small programs share: each is run in a directory of its own that it may change, with `file`
//! ("file in box") and `dir/deep` ("deep in box") in it. Natively that is the current directory, else
//! `/box`.

use std::path::PathBuf;

/// A path in that directory.
pub fn at(name: &str) -> PathBuf {
    let root = if cfg!(target_os = "wasi") { "/box" } else { "." };
    PathBuf::from(root).join(name)
}

/// A result on one line; of an error its kind alone, since its text and number differ between systems.
pub fn say<T: std::fmt::Debug>(what: &str, result: std::io::Result<T>) {
    match result {
        Ok(value) => println!("{what}: {value:?}"),
        Err(error) => println!("{what}: {:?}", error.kind()),
    }
}
