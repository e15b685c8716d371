//! A message as a row of cells.

use std::fmt::Write;

use dlt_core::dlt::{
    ApplicationTraceType, ControlType, LogLevel, Message, MessageType, NetworkTraceType,
    PayloadContent,
};
use dlt_core::fibex::{extract_metadata, FibexMetadata, FrameMetadata};

use crate::cells::Cells;
use crate::{datetime, payload};

/// Caption, description and width of each column.
pub const COLUMNS: [(&str, &str, i16); 11] = [
    ("Datetime", "When the message was stored, UTC", 240),
    ("ECUID", "Electronic control unit that stored the message", 60),
    ("VERS", "Version of the DLT protocol", 30),
    ("SID", "Session", 60),
    ("MCNT", "Counter of messages, 0 to 255", 50),
    ("TMS", "Since the unit started, in tenths of a millisecond", 90),
    ("EID", "Electronic control unit that sent the message", 60),
    ("APID", "Application", 60),
    ("CTID", "Context within the application", 60),
    ("MSTP", "Kind of message, and level or direction", 110),
    ("PAYLOAD", "What the message says", -1),
];

/// The row of a message; FIBEX fills in what a message without extended header leaves out.
pub fn of(message: &Message, model: Option<&FibexMetadata>) -> String {
    let frame = described(message, model);
    let (storage, header) = (&message.storage_header, &message.header);
    let mut cells = Cells::new();
    if let Some(storage) = storage {
        datetime::write(cells.open(), &storage.timestamp);
    }
    cells.next().text(storage.as_ref().map_or("", |storage| storage.ecu_id.as_str()));
    number(cells.next(), Some(u32::from(header.version)));
    number(cells.next(), header.session_id);
    number(cells.next(), Some(u32::from(header.message_counter)));
    number(cells.next(), header.timestamp);
    cells.next().text(header.ecu_id.as_deref().unwrap_or(""));
    match (&message.extended_header, frame) {
        (Some(extended), _) => {
            cells.next().text(&extended.application_id);
            cells.next().text(&extended.context_id);
            kind(cells.next(), &extended.message_type);
        }
        (None, Some(frame)) => {
            cells.next().text(frame.application_id.as_deref().unwrap_or(""));
            cells.next().text(frame.context_id.as_deref().unwrap_or(""));
            cells.next().text(&described_kind(frame));
        }
        (None, None) => {
            cells.next().next().next();
        }
    }
    payload::write(cells.next(), message, frame);
    cells.joined()
}

fn described<'a>(message: &Message, model: Option<&'a FibexMetadata>) -> Option<&'a FrameMetadata> {
    match message.payload {
        PayloadContent::NonVerbose(id, _) => {
            extract_metadata(model?, id, message.extended_header.as_ref())
        }
        _ => None,
    }
}

fn number(cells: &mut Cells, value: Option<u32>) {
    if let Some(value) = value {
        let _ = write!(cells.open(), "{value}");
    }
}

/// FIBEX says `DLT_TYPE_LOG` and `DLT_LOG_INFO` for what a header says as two numbers.
fn described_kind(frame: &FrameMetadata) -> String {
    let word = |text: &Option<String>, skipped: &str| {
        let text = text.as_deref().unwrap_or("");
        text.strip_prefix(skipped).unwrap_or(text).to_ascii_lowercase()
    };
    let kind = word(&frame.message_type, "DLT_TYPE_");
    let info = word(&frame.message_info, "DLT_LOG_");
    format!("{kind} {info}").trim().into()
}

/// The kinds by the names the protocol's own tools use.
fn kind(cells: &mut Cells, kind: &MessageType) {
    let (kind, number) = match kind {
        MessageType::Log(level) => match level {
            LogLevel::Fatal => return cells.text("log fatal"),
            LogLevel::Error => return cells.text("log error"),
            LogLevel::Warn => return cells.text("log warn"),
            LogLevel::Info => return cells.text("log info"),
            LogLevel::Debug => return cells.text("log debug"),
            LogLevel::Verbose => return cells.text("log verbose"),
            LogLevel::Invalid(number) => ("log", *number),
        },
        MessageType::ApplicationTrace(trace) => match trace {
            ApplicationTraceType::Variable => return cells.text("app_trace variable"),
            ApplicationTraceType::FunctionIn => return cells.text("app_trace func_in"),
            ApplicationTraceType::FunctionOut => return cells.text("app_trace func_out"),
            ApplicationTraceType::State => return cells.text("app_trace state"),
            ApplicationTraceType::Vfb => return cells.text("app_trace vfb"),
            ApplicationTraceType::Invalid(number) => ("app_trace", *number),
        },
        MessageType::NetworkTrace(trace) => match trace {
            NetworkTraceType::Ipc => return cells.text("nw_trace ipc"),
            NetworkTraceType::Can => return cells.text("nw_trace can"),
            NetworkTraceType::Flexray => return cells.text("nw_trace flexray"),
            NetworkTraceType::Most => return cells.text("nw_trace most"),
            NetworkTraceType::Ethernet => return cells.text("nw_trace ethernet"),
            NetworkTraceType::Someip => return cells.text("nw_trace someip"),
            NetworkTraceType::Invalid => ("nw_trace", 0),
            NetworkTraceType::UserDefined(number) => ("nw_trace", *number),
        },
        MessageType::Control(control) => match control {
            ControlType::Request => return cells.text("control request"),
            ControlType::Response => return cells.text("control response"),
            ControlType::Unknown(3) => return cells.text("control time"),
            ControlType::Unknown(number) => ("control", *number),
        },
        MessageType::Unknown((kind, number)) => {
            let _ = write!(cells.open(), "{kind} {number}");
            return;
        }
    };
    let _ = write!(cells.open(), "{kind} {number}");
}
