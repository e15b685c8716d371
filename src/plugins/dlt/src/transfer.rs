//! Files that travel inside a trace, in packages.
//!
//! The sender announces a file (FLST), sends its packages (FLDA) and says that it was the last one
//! (FLFI). Several files may be under way at once; a serial number tells them apart.

use std::collections::BTreeMap;

use dlt_core::dlt::{Argument, Message, PayloadContent, Value};
use kit::Attachment;

/// A trace may announce files and never end them, so both their number and their size are bounded;
/// what goes beyond is left out of the attachments and stays visible as rows.
const MOST_OPEN: usize = 256;
const MOST_BYTES: usize = 64 << 20;

/// The transfers under way, by sender and serial number.
#[derive(Default)]
pub struct Transfers {
    open: BTreeMap<(String, u64), Transfer>,
    bytes: usize,
}

struct Transfer {
    name: String,
    size: u64,
    created: String,
    rows: Vec<u64>,
    /// By their numbers, as packages may come out of order and twice.
    packages: BTreeMap<u64, Vec<u8>>,
}

impl Transfers {
    /// Looks at the message of a row, and returns the file if it is complete with it.
    pub fn take(&mut self, message: &Message, row: u64) -> Option<Attachment> {
        let PayloadContent::Verbose(arguments) = &message.payload else {
            return None;
        };
        let (Some(Value::StringVal(word)), Some(Value::StringVal(last))) =
            (value(arguments, 0), arguments.last().map(|last| &last.value))
        else {
            return None;
        };
        if word != last || arguments.len() < 3 {
            return None;
        }
        let sender = message.header.ecu_id.clone().unwrap_or_default();
        let key = (sender, number(arguments, 1)?);
        match word.as_str() {
            "FLST" => self.announce(key, arguments, row),
            "FLDA" => self.collect(key, arguments, row),
            "FLFI" => return self.finish(key, row),
            _ => None,
        };
        None
    }

    fn announce(&mut self, key: (String, u64), arguments: &[Argument], row: u64) -> Option<()> {
        let transfer = Transfer {
            name: text(arguments, 2)?,
            size: number(arguments, 3)?,
            created: text(arguments, 4)?,
            rows: vec![row],
            packages: BTreeMap::new(),
        };
        self.forget(&key);
        if self.open.len() < MOST_OPEN {
            self.open.insert(key, transfer);
        }
        Some(())
    }

    fn collect(&mut self, key: (String, u64), arguments: &[Argument], row: u64) -> Option<()> {
        let package = number(arguments, 2)?;
        let Some(Value::Raw(bytes)) = value(arguments, 3) else {
            return None;
        };
        if self.bytes + bytes.len() > MOST_BYTES {
            self.forget(&key);
            return None;
        }
        let transfer = self.open.get_mut(&key)?;
        transfer.rows.push(row);
        let before = transfer.packages.insert(package, bytes.clone());
        self.bytes = self.bytes + bytes.len() - before.map_or(0, |before| before.len());
        Some(())
    }

    fn finish(&mut self, key: (String, u64), row: u64) -> Option<Attachment> {
        let mut transfer = self.forget(&key)?;
        transfer.rows.push(row);
        Some(Attachment {
            name: transfer.name,
            size: transfer.size,
            created_date: Some(transfer.created).filter(|date| !date.is_empty()),
            modified_date: None,
            messages: transfer.rows,
            data: transfer.packages.into_values().collect::<Vec<_>>().concat(),
        })
    }

    fn forget(&mut self, key: &(String, u64)) -> Option<Transfer> {
        let transfer = self.open.remove(key)?;
        self.bytes -= transfer.packages.values().map(Vec::len).sum::<usize>();
        Some(transfer)
    }
}

fn value(arguments: &[Argument], index: usize) -> Option<&Value> {
    arguments.get(index).map(|argument| &argument.value)
}

fn text(arguments: &[Argument], index: usize) -> Option<String> {
    match value(arguments, index)? {
        Value::StringVal(text) => Some(text.clone()),
        _ => None,
    }
}

/// Senders choose the width of their numbers.
fn number(arguments: &[Argument], index: usize) -> Option<u64> {
    match value(arguments, index)? {
        Value::U8(number) => Some(u64::from(*number)),
        Value::U16(number) => Some(u64::from(*number)),
        Value::U32(number) => Some(u64::from(*number)),
        Value::U64(number) => Some(*number),
        Value::I32(number) => u64::try_from(*number).ok(),
        Value::I64(number) => u64::try_from(*number).ok(),
        _ => None,
    }
}
