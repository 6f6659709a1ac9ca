// The pure packages compile without DOM and Node types; both platforms provide this global.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode: (bytes: Uint8Array) => string };

/** Turns bytes into text; null for bytes that the encoding does not have. */
type Decode = (bytes: Uint8Array) => string | null;

const strict =
  (label: string): Decode =>
  (bytes) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };

/** Arguments of one call; more would overflow the stack of some engines. */
const CHUNK = 8_192;

const latin1: Decode = (bytes) => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join('');
};

const ascii: Decode = (bytes) => (bytes.every((byte) => byte < 0x80) ? latin1(bytes) : null);

/** What Windows puts where ISO 8859-1 has control characters; Node 20 decodes them wrongly by itself. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252: Decode = (bytes) =>
  latin1(bytes)?.replaceAll(/[\u0080-\u009f]/g, (found) => windowsCharacters[found.charCodeAt(0) - 0x80] ?? found) ??
  null;

/** The encodings that are read, each under the names that declarations give it. */
const decoders: ReadonlyMap<string, Decode> = new Map(
  (
    [
      [['utf-8', 'utf8'], strict('utf-8')],
      [['us-ascii', 'ascii', 'iso646-us'], ascii],
      [['iso-8859-1', 'iso_8859-1', 'iso8859-1', 'latin1', 'l1'], latin1],
      [['windows-1252', 'cp1252'], windows1252],
    ] as const
  ).flatMap(([names, decode]) => names.map((name) => [name, decode] as const)),
);

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** UTF-16 shows by its byte order mark, or by how it writes `<?`. */
const wideEncodingOf = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0x00, 0x3c, 0x00, 0x3f)) return 'utf-16be';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0x00, 0x3f, 0x00)) return 'utf-16le';
  return null;
};

/** Longer declarations than this are not written. */
const DECLARATION_LENGTH = 256;

const declaration = /^(\uFEFF?<\?xml\s[^>]*?\sencoding\s*=\s*)(["'])([^"'>]*)\2/;

/** The encoding that a text declares; null when it declares none. */
const declaredIn = (text: string): string | null =>
  declaration.exec(text.slice(0, DECLARATION_LENGTH))?.[3]?.toLowerCase() ?? null;

/** What the bytes say in the encoding that they begin with or declare; null when they do not keep to it. */
export const decodeDeclared = (bytes: Uint8Array): string | null => {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) {
    const text = strict(wide)(bytes);
    return text === null || /^utf-16|^iso-10646-ucs-2$/.test(declaredIn(text) ?? 'utf-16') ? text : null;
  }
  const isMarked = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const declared = declaredIn(latin1(bytes.subarray(isMarked ? 3 : 0, DECLARATION_LENGTH)) ?? '') ?? 'utf-8';
  if (isMarked && !/^utf-?8$/.test(declared)) return null;
  return decoders.get(declared)?.(bytes) ?? null;
};

/** The text with a declaration that stays true when it is written as UTF-8; everything else is as it was. */
export const declareUtf8 = (text: string): string => {
  const declared = declaredIn(text);
  return declared === null || declared === 'utf-8'
    ? text
    : text.replace(declaration, (_, before: string, quote: string) => `${before}${quote}UTF-8${quote}`);
};
