//! One argument of a message.

use std::fmt::Write;

use dlt_core::dlt::{Argument, FixedPoint, FixedPointValue, Value};

use crate::cells::Cells;

/// Writes the value; with its name in front and its unit behind, if it has them.
pub fn write(cells: &mut Cells, argument: &Argument) {
    if let Some(name) = argument.name.as_deref().filter(|name| !name.is_empty()) {
        cells.text(name);
        cells.open().push_str(": ");
    }
    match &argument.fixed_point {
        Some(point) => write_fixed(cells, point, &argument.value),
        None => write_value(cells, &argument.value),
    }
    if let Some(unit) = argument.unit.as_deref().filter(|unit| !unit.is_empty()) {
        cells.open().push(' ');
        cells.text(unit);
    }
}

fn write_value(cells: &mut Cells, value: &Value) {
    let _ = match value {
        Value::StringVal(text) => return cells.text(text),
        Value::Raw(bytes) => return cells.hex(bytes),
        Value::Bool(byte) => write!(cells.open(), "{}", *byte != 0),
        Value::U8(number) => write!(cells.open(), "{number}"),
        Value::U16(number) => write!(cells.open(), "{number}"),
        Value::U32(number) => write!(cells.open(), "{number}"),
        Value::U64(number) => write!(cells.open(), "{number}"),
        Value::U128(number) => write!(cells.open(), "{number}"),
        Value::I8(number) => write!(cells.open(), "{number}"),
        Value::I16(number) => write!(cells.open(), "{number}"),
        Value::I32(number) => write!(cells.open(), "{number}"),
        Value::I64(number) => write!(cells.open(), "{number}"),
        Value::I128(number) => write!(cells.open(), "{number}"),
        Value::F32(number) => write!(cells.open(), "{number}"),
        Value::F64(number) => write!(cells.open(), "{number}"),
    };
}

/// A number in steps of the quantization above the offset.
fn write_fixed(cells: &mut Cells, point: &FixedPoint, value: &Value) {
    let steps = match value {
        Value::U8(number) => f64::from(*number),
        Value::U16(number) => f64::from(*number),
        Value::U32(number) => f64::from(*number),
        Value::U64(number) => *number as f64,
        Value::I8(number) => f64::from(*number),
        Value::I16(number) => f64::from(*number),
        Value::I32(number) => f64::from(*number),
        Value::I64(number) => *number as f64,
        _ => return write_value(cells, value),
    };
    let offset = match point.offset {
        FixedPointValue::I32(offset) => f64::from(offset),
        FixedPointValue::I64(offset) => offset as f64,
    };
    let _ = write!(cells.open(), "{}", steps * f64::from(point.quantization) + offset);
}
