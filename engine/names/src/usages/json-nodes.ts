/** A value under its name; the offsets are those of the name between its quotes. */
export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: JsonNode;
}

/** A value of a JSON text with the place where it stands. */
export interface JsonNode {
  /** Offsets in the text; `end` is behind the last character. */
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  /** Of an object, in the order of the text. */
  readonly members?: readonly JsonMember[];
  /** Of a list. */
  readonly items?: readonly JsonNode[];
}

interface Reader {
  readonly text: string;
  at: number;
}

const skipSpace = (reader: Reader): void => {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at += 1;
};

const stringToken = /"(?:[^"\\]|\\.)*"/y;
const scalarToken = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y;

const token = (reader: Reader, kind: RegExp): string => {
  kind.lastIndex = reader.at;
  const found = kind.exec(reader.text)?.[0] ?? '';
  reader.at += found.length;
  return found;
};

/** Reads `<item>, <item> <close>` and stands behind the closing sign. */
const readList = <T>(reader: Reader, close: string, readItem: () => T): T[] => {
  const items: T[] = [];
  reader.at += 1;
  skipSpace(reader);
  while (reader.text[reader.at] !== close) {
    items.push(readItem());
    skipSpace(reader);
    if (reader.text[reader.at] === ',') reader.at += 1;
    skipSpace(reader);
  }
  reader.at += 1;
  return items;
};

const readMember = (reader: Reader): JsonMember => {
  const keyStart = reader.at + 1;
  const key = JSON.parse(token(reader, stringToken)) as string;
  const keyEnd = reader.at - 1;
  skipSpace(reader);
  reader.at += 1;
  return { key, keyStart, keyEnd, node: readNode(reader) };
};

const readNode = (reader: Reader): JsonNode => {
  skipSpace(reader);
  const start = reader.at;
  const opening = reader.text[start];
  if (opening === '{') {
    const members = readList(reader, '}', () => readMember(reader));
    const value = Object.fromEntries(members.map(({ key, node }) => [key, node.value]));
    return { start, end: reader.at, value, members };
  }
  if (opening === '[') {
    const items = readList(reader, ']', () => readNode(reader));
    return { start, end: reader.at, value: items.map(({ value }) => value), items };
  }
  const value: unknown = JSON.parse(token(reader, scalarToken));
  return { start, end: reader.at, value };
};

/** Reads a JSON text with the places of its values; null for what is no JSON. */
export const readNodes = (text: string): JsonNode | null => {
  try {
    // The reader below trusts its text; this is what makes it trustworthy.
    JSON.parse(text);
    return readNode({ text, at: 0 });
  } catch {
    return null;
  }
};
