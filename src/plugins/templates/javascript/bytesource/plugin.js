// A byte source that brings a text some times over. It opens no file: the world of byte sources gives
// JavaScript nothing to open one with (Rust, C and Python have it from their own libraries).

const DEFAULT_TEXT = "a line";
const DEFAULT_TIMES = 100;
const LINE_FEED = 10;

// A host may ask for more than it would like to get.
const MOST_BYTES = 1 << 20;

let line = [];
let left = 0;
let position = 0;

/** The exported interface. */
export const byteSource = {
  getVersion: () => ({ major: 0, minor: 1, patch: 0 }),

  getConfigSchemas: () => [
    {
      id: "text",
      title: "Text",
      description: "What every line holds, in ASCII",
      inputType: { tag: "text", val: DEFAULT_TEXT },
    },
    {
      id: "times",
      title: "Times",
      description: "How many lines there are",
      inputType: { tag: "integer", val: DEFAULT_TIMES },
    },
  ],

  // Refuses what it cannot use, and says why; another exception would say nothing.
  init(generalConfigs, pluginConfigs) {
    const set = { text: DEFAULT_TEXT, times: DEFAULT_TIMES };
    for (const { id, value } of pluginConfigs) {
      set[id] = value.val;
    }
    if (set.times < 0) {
      throw { tag: "config", val: "'times' is less than none" };
    }
    line = [...set.text].map((character) => character.charCodeAt(0) & 0x7f);
    line.push(LINE_FEED);
    left = line.length * set.times;
    position = 0;
  },

  // At most that many bytes: a host may have no room for more. None at all is the end.
  read(wanted) {
    const bytes = new Uint8Array(Math.min(Number(wanted), MOST_BYTES, left));
    for (let at = 0; at < bytes.length; at++) {
      bytes[at] = line[position++ % line.length];
    }
    left -= bytes.length;
    return bytes;
  },
};
