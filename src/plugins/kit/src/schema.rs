//! Short ways to say what a plugin offers.

use crate::{ColumnInfo, ColumnsRenderOptions, ConfigSchemaItem, ConfigSchemaType, RenderOptions};

/// One setting of a plugin.
pub fn setting(id: &str, title: &str, description: &str, input: ConfigSchemaType) -> ConfigSchemaItem {
    ConfigSchemaItem {
        id: id.into(),
        title: title.into(),
        description: Some(description.into()),
        input_type: input,
    }
}

/// Columns by caption, description and width.
pub fn columns<'a>(all: impl IntoIterator<Item = (&'a str, &'a str, i16)>) -> RenderOptions {
    let columns = all
        .into_iter()
        .map(|(caption, description, width)| ColumnInfo {
            caption: caption.into(),
            description: description.into(),
            width,
        })
        .collect();
    RenderOptions {
        columns_options: Some(ColumnsRenderOptions { columns, min_width: 30, max_width: 600 }),
    }
}
