//! What a message says.

use std::fmt::Write;

use dlt_core::dlt::{Argument, Endianness, Message, PayloadContent};
use dlt_core::fibex::FrameMetadata;
use dlt_core::parse::construct_arguments;
use dlt_core::service_id::service_id_lookup;

use crate::argument;
use crate::cells::Cells;

/// Writes the payload as text; arguments have a blank between them.
pub fn write(cells: &mut Cells, message: &Message, frame: Option<&FrameMetadata>) {
    match &message.payload {
        PayloadContent::Verbose(arguments) => write_arguments(cells, arguments),
        PayloadContent::NetworkTrace(parts) => {
            for (index, part) in parts.iter().enumerate() {
                blank(cells, index > 0);
                cells.hex(part);
            }
        }
        PayloadContent::NonVerbose(id, data) => match frame {
            Some(frame) => write_described(cells, message.header.endianness, frame, data),
            None => write_bare(cells, &format!("[{id}]"), data),
        },
        PayloadContent::ControlMsg(first, data) => {
            write_control(cells, message.header.endianness, first.value(), data);
        }
    }
}

fn blank(cells: &mut Cells, wanted: bool) {
    if wanted {
        cells.open().push(' ');
    }
}

fn write_arguments(cells: &mut Cells, arguments: &[Argument]) {
    for (index, argument) in arguments.iter().enumerate() {
        blank(cells, index > 0);
        argument::write(cells, argument);
    }
}

fn write_bare(cells: &mut Cells, name: &str, data: &[u8]) {
    cells.text(name);
    if !data.is_empty() {
        cells.open().push(' ');
        cells.hex(data);
    }
}

/// Texts and values in the order of the FIBEX; what its description does not cover follows as bytes.
fn write_described(cells: &mut Cells, endianness: Endianness, frame: &FrameMetadata, data: &[u8]) {
    let mut rest = data;
    for (index, part) in frame.pdus.iter().enumerate() {
        blank(cells, index > 0);
        if let Some(text) = &part.description {
            cells.text(text.trim_end());
            blank(cells, !part.signal_types.is_empty());
        }
        match construct_arguments(endianness, &part.signal_types, rest) {
            Ok((behind, arguments)) => {
                write_arguments(cells, &arguments);
                rest = behind;
            }
            Err(_) => break,
        }
    }
    if !rest.is_empty() {
        cells.open().push(' ');
        cells.hex(rest);
    }
}

/// A control message names a service by a number of four bytes; the first was cut off already.
fn write_control(cells: &mut Cells, endianness: Endianness, first: u8, data: &[u8]) {
    let Some((tail, data)) = data.split_first_chunk::<3>() else {
        return cells.hex(&[&[first], data].concat());
    };
    let bytes = [first, tail[0], tail[1], tail[2]];
    let id = match endianness {
        Endianness::Big => u32::from_be_bytes(bytes),
        Endianness::Little => u32::from_le_bytes(bytes),
    };
    let mut name = String::from("[");
    let _ = match u8::try_from(id).ok().and_then(service_id_lookup) {
        Some((known, _)) => write!(name, "{known}]"),
        None => write!(name, "service {id}]"),
    };
    write_bare(cells, &name, data);
}
