// Bytes to text, in engines without TextDecoder too, such as QuickJS.

/** How many code units one call of String.fromCharCode is given. */
const CHUNK = 8192;

/** [first lead byte, bytes behind it, least second byte, greatest second byte] of RFC 3629. */
const SEQUENCES = [
  [0xf5, 0, 1, 0],
  [0xf4, 3, 0x80, 0x8f],
  [0xf1, 3, 0x80, 0xbf],
  [0xf0, 3, 0x90, 0xbf],
  [0xee, 2, 0x80, 0xbf],
  [0xed, 2, 0x80, 0x9f],
  [0xe1, 2, 0x80, 0xbf],
  [0xe0, 2, 0xa0, 0xbf],
  [0xc2, 1, 0x80, 0xbf],
  [0x80, 0, 1, 0],
];

/** Each longest piece that is the start of a character and no more gives one U+FFFD. */
function replacing(bytes) {
  const units = [];
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    let point = bytes[at++];
    if (point >= 0x80) {
      const lead = point;
      let [, behind, least, greatest] = SEQUENCES.find(([from]) => lead >= from);
      point = behind === 0 ? 0xfffd : lead & (0x3f >> behind);
      for (; behind > 0; behind--, least = 0x80, greatest = 0xbf) {
        if (at === bytes.length || bytes[at] < least || bytes[at] > greatest) {
          point = 0xfffd;
          break;
        }
        point = (point << 6) | (bytes[at++] & 0x3f);
      }
    }
    if (point > 0xffff) {
      units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff));
    } else {
      units.push(point);
    }
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units.splice(0));
    }
  }
  return text + String.fromCharCode(...units);
}

const native = globalThis.TextDecoder && new TextDecoder("utf-8", { ignoreBOM: true });

/** The bytes as text; what is not UTF-8 gives U+FFFD. */
export const decode = native ? (bytes) => native.decode(bytes) : replacing;
