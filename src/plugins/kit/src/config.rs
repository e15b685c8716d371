//! The values a user chose, by their ids.

use crate::{ConfigItem, ConfigValue, InitError};

/// The configuration a plugin was given.
///
/// An id that is absent counts as its default, so that a host may leave out what the user did not
/// touch. A value of the wrong kind is an error: guessing would hide the mistake.
pub struct Config(Vec<ConfigItem>);

impl Config {
    /// Takes the items; ids outside `known` are refused, so that a misspelt one does not pass.
    pub fn new(items: Vec<ConfigItem>, known: &[&str]) -> Result<Self, InitError> {
        match items.iter().find(|item| !known.contains(&item.id.as_str())) {
            Some(item) => Err(InitError::Config(format!(
                "there is no setting '{}'; the settings are: {}",
                item.id,
                known.join(", ")
            ))),
            None => Ok(Config(items)),
        }
    }

    pub fn boolean(&self, id: &str, default: bool) -> Result<bool, InitError> {
        match self.value(id) {
            None => Ok(default),
            Some(ConfigValue::Boolean(value)) => Ok(*value),
            Some(_) => Err(wrong_kind(id, "a boolean")),
        }
    }

    pub fn text(&self, id: &str) -> Result<&str, InitError> {
        match self.value(id) {
            None => Ok(""),
            Some(ConfigValue::Text(value)) => Ok(value),
            Some(_) => Err(wrong_kind(id, "a text")),
        }
    }

    pub fn files(&self, id: &str) -> Result<&[String], InitError> {
        match self.value(id) {
            None => Ok(&[]),
            Some(ConfigValue::Files(value)) => Ok(value),
            Some(_) => Err(wrong_kind(id, "a list of files")),
        }
    }

    pub fn dropdown<'a>(&'a self, id: &str, default: &'a str) -> Result<&'a str, InitError> {
        match self.value(id) {
            None => Ok(default),
            Some(ConfigValue::Dropdown(value)) => Ok(value),
            Some(_) => Err(wrong_kind(id, "one of its options")),
        }
    }

    fn value(&self, id: &str) -> Option<&ConfigValue> {
        self.0.iter().find(|item| item.id == id).map(|item| &item.value)
    }
}

fn wrong_kind(id: &str, wanted: &str) -> InitError {
    InitError::Config(format!("setting '{id}' wants {wanted}"))
}
