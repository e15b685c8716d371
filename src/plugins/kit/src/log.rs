//! The host's log, behind a level.

use crate::bindings::chipmunk::shared::logging;
use crate::{Level, ParserConfig};

/// Writes to the host's log what the host wants to hear.
///
/// The level is checked here too, because a message the host would drop still costs a call.
pub struct Log(Level);

impl Log {
    pub fn new(general: &ParserConfig) -> Self {
        Log(general.log_level)
    }

    pub fn info(&self, message: impl Fn() -> String) {
        self.write(Level::Info, message);
    }

    pub fn debug(&self, message: impl Fn() -> String) {
        self.write(Level::Debug, message);
    }

    pub fn warn(&self, message: impl Fn() -> String) {
        self.write(Level::Warn, message);
    }

    fn write(&self, level: Level, message: impl Fn() -> String) {
        if level as u8 <= self.0 as u8 {
            logging::log(level, &message());
        }
    }
}
