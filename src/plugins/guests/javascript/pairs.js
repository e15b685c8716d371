// A parser of lines such as `time=08:00:00 level=info msg="pool exhausted"`, for Chipmunk's world.
//
// ../python/pairs.py is the same plugin again: both give the same rows.

import { log } from "chipmunk:shared/logging@0.1.0";
import { decode } from "./utf8.js";

const LEVELS = ["debug", "info", "warn", "error"];
const DEFAULTS = { keys: "time,level,msg", least: "debug", rest: true };

const PAIR = /([^ \t="]+)=("(?:[^"\\]|\\[^\n])*"|[^ \t]*)/g;
const ESCAPED = /\\([^\n])/g;
const LINE_FEED = 10;

/** What `init` was told, and how a line becomes cells by it. */
class Pairs {
  constructor({ keys, least, rest }) {
    this.keys = keys.split(",").map((key) => key.trim());
    if (this.keys.includes("")) {
      throw { tag: "config", val: '"keys" names an empty key' };
    }
    this.least = LEVELS.indexOf(least);
    if (this.least < 0) {
      throw { tag: "config", val: `"least" is none of ${LEVELS.join(", ")}` };
    }
    this.rest = rest;
    this.at = new Map(this.keys.map((key, index) => [key, index]));
  }

  columns() {
    return this.rest ? [...this.keys, "rest"] : this.keys;
  }

  /** The cells of a line, or null where its level is not wanted. */
  cells(line) {
    const cells = this.keys.map(() => "");
    const rest = [];
    let end = 0;
    let rank = LEVELS.length;
    for (const pair of line.matchAll(PAIR)) {
      const [whole, key, value] = pair;
      const index = this.at.get(key);
      if (key === "level" && LEVELS.includes(value)) {
        rank = LEVELS.indexOf(value);
      }
      if (index !== undefined) {
        cells[index] = unquoted(value);
      }
      rest.push(line.slice(end, pair.index + (index === undefined ? whole.length : 0)));
      end = pair.index + whole.length;
    }
    if (rank < this.least) {
      return null;
    }
    if (this.rest) {
      rest.push(line.slice(end));
      cells.push(rest.flatMap((part) => part.split(" ").filter(Boolean)).join(" "));
    }
    return cells;
  }

  item(line) {
    const text = decode(line).replace(/\r$/, "").replaceAll("\x04", "\ufffd");
    const cells = this.cells(text);
    const shown = cells && { tag: "message", val: { tag: "columns", val: cells } };
    return { value: shown ?? undefined, consumed: line.length + 1 };
  }
}

function unquoted(value) {
  const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return quoted ? value.slice(1, -1).replace(ESCAPED, "$1") : value;
}

let plugin = new Pairs(DEFAULTS);

/** The exported interface. */
export const parser = {
  getVersion: () => ({ major: 1, minor: 0, patch: 0 }),

  getConfigSchemas: () => [
    {
      id: "keys",
      title: "Keys",
      description: "The keys that get a column each, with commas between them.",
      inputType: { tag: "text", val: DEFAULTS.keys },
    },
    {
      id: "least",
      title: "Least level",
      description: "Lines of a lower level are left out.",
      inputType: { tag: "dropdown", val: [LEVELS, DEFAULTS.least] },
    },
    {
      id: "rest",
      title: "The rest",
      description: "Adds a column with what the others do not hold.",
      inputType: { tag: "boolean", val: DEFAULTS.rest },
    },
  ],

  getRenderOptions: () => ({
    columnsOptions: {
      columns: plugin
        .columns()
        .map((caption) => ({ caption, description: `The value of ${caption}.`, width: -1 })),
      minWidth: 30,
      maxWidth: 600,
    },
  }),

  init(generalConfigs, pluginConfigs) {
    const chosen = Object.fromEntries(pluginConfigs.map(({ id, value }) => [id, value.val]));
    plugin = new Pairs({ ...DEFAULTS, ...chosen });
    log("debug", `columns: ${plugin.columns().join(", ")}`);
  },

  parse(data) {
    if (data.length === 0) {
      throw { tag: "eof" };
    }
    const items = [];
    let start = 0;
    for (let end = data.indexOf(LINE_FEED); end >= 0; end = data.indexOf(LINE_FEED, start)) {
      items.push(plugin.item(data.subarray(start, end)));
      start = end + 1;
    }
    if (items.length === 0) {
      throw { tag: "incomplete" };
    }
    return items;
  },
};
