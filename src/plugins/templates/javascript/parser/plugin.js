// A parser of lines, split at a separator into two columns.

import { decode } from "./utf8.js";

// Both what is declared and what is used, so that the two cannot differ.
const DEFAULT_SEPARATOR = " ";
const LINE_FEED = 10;

let separator = DEFAULT_SEPARATOR;

/** The exported interface. */
export const parser = {
  getVersion: () => ({ major: 0, minor: 1, patch: 0 }),

  getConfigSchemas: () => [
    {
      id: "separator",
      title: "Separator",
      description: "One ASCII character between the two columns",
      inputType: { tag: "text", val: DEFAULT_SEPARATOR },
    },
  ],

  // May be called before init.
  getRenderOptions: () => ({
    columnsOptions: {
      columns: [
        { caption: "First", description: "A part of the line", width: 200 },
        { caption: "Rest", description: "A part of the line", width: -1 },
      ],
      minWidth: 30,
      maxWidth: 600,
    },
  }),

  // Refuses what it cannot use, and says why; another exception would say nothing.
  init(generalConfigs, pluginConfigs) {
    for (const { id, value } of pluginConfigs) {
      if (id !== "separator") {
        throw { tag: "config", val: `there is no setting '${id}'` };
      }
      if (value.val.length !== 1 || value.val > "\x7f") {
        throw { tag: "config", val: "'separator' is to be one ASCII character" };
      }
      separator = value.val;
    }
  },

  // All whole lines of the slice; what is behind the last one comes again with the next.
  parse(data) {
    const items = [];
    let start = 0;
    for (let end = data.indexOf(LINE_FEED); end >= 0; end = data.indexOf(LINE_FEED, start)) {
      const val = cells(data.subarray(start, end));
      const value = { tag: "message", val: { tag: "columns", val } };
      items.push({ value, consumed: end + 1 - start });
      start = end + 1;
    }
    if (items.length === 0) {
      // No item and no error would have the host ask for ever.
      throw { tag: "incomplete" };
    }
    return items;
  },
};

/** As many cells as there are columns, always; U+0004 would be the border of a cell. */
function cells(line) {
  const text = decode(line).replaceAll("\x04", "\ufffd");
  const border = text.indexOf(separator);
  return border < 0 ? [text, ""] : [text.slice(0, border), text.slice(border + 1)];
}
