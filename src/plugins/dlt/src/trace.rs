//! A trace that is parsed slice by slice.

use dlt_core::dlt::Message;
use dlt_core::fibex::FibexMetadata;
use dlt_core::parse::{dlt_message, ParsedMessage as CoreMessage};
use kit::{Log, ParseError, ParseReturn, ParseYield, ParsedMessage};

use crate::frame::{self, Frame};
use crate::row;
use crate::transfer::Transfers;

/// What is remembered from slice to slice.
pub struct Trace {
    storage_header: bool,
    model: Option<FibexMetadata>,
    transfers: Transfers,
    /// Messages that could not be read.
    broken: u64,
    /// Rows made so far, which is the index of the next.
    rows: u64,
    log: Log,
}

impl Trace {
    pub fn new(storage_header: bool, model: Option<FibexMetadata>, log: Log) -> Self {
        Trace { storage_header, model, transfers: Transfers::default(), broken: 0, rows: 0, log }
    }

    /// All messages of the slice that are whole, with broken bytes between them skipped.
    pub fn parse(&mut self, data: &[u8]) -> Result<Vec<ParseReturn>, ParseError> {
        let mut items = Vec::with_capacity(data.len() / 128 + 1);
        let mut rest = data;
        let stopped = loop {
            let (value, consumed) = match frame::at_front(rest, self.storage_header) {
                Frame::Cut => break ParseError::Incomplete,
                Frame::Garbage(length) => (None, length),
                Frame::Whole(bytes) => match self.message(bytes) {
                    Some(message) => (Some(self.item(&message)), bytes.len()),
                    // Without storage headers nothing tells where the next message starts.
                    None if !self.storage_header => {
                        break ParseError::Parse("no DLT message starts here".into());
                    }
                    None => (None, self.skip_broken(rest)),
                },
            };
            items.push(ParseReturn { value, consumed: consumed as u64 });
            rest = &rest[consumed..];
        };
        if items.is_empty() { Err(stopped) } else { Ok(items) }
    }

    /// The message in exactly these bytes, if they hold one.
    fn message(&self, bytes: &[u8]) -> Option<Message> {
        match dlt_message(bytes, None, self.storage_header) {
            Ok((_, CoreMessage::Item(message))) => Some(message),
            _ => None,
        }
    }

    fn item(&mut self, message: &Message) -> ParseYield {
        let line = ParsedMessage::Line(row::of(message, self.model.as_ref()));
        let attachment = self.transfers.take(message, self.rows);
        self.rows += 1;
        match attachment {
            Some(attachment) => ParseYield::MessageAndAttachment((line, attachment)),
            None => ParseYield::Message(line),
        }
    }

    /// The first broken message is told as a warning; a log of noise would have thousands.
    fn skip_broken(&mut self, rest: &[u8]) -> usize {
        let length = frame::broken_length(rest);
        let text = || format!("dlt: a broken message of {length} bytes behind row {}", self.rows);
        if self.broken == 0 { self.log.warn(text) } else { self.log.debug(text) }
        self.broken += 1;
        length
    }
}
