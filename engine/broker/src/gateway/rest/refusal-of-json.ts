/** Deeper documents would exhaust the stack of whoever walks through them. */
const MAX_DEPTH = 200;

/** Where the string that begins at `start` ends, or the end of the text. Linear: a regular expression would start over at every quote. */
const endOfString = (text: string, start: number): number => {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote;
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
};

/** Two spellings of one name are one name. */
const nameOf = (quoted: string): string => {
  try {
    return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
  } catch {
    return quoted;
  }
};

const BLANK = /\s*/y;

const isName = (text: string, end: number): boolean => {
  BLANK.lastIndex = end + 1;
  BLANK.test(text);
  return text[BLANK.lastIndex] === ':';
};

/** The names of the objects around a place, innermost last; a list has none. */
type Open = Set<string>[];

const TOO_DEEP = `Expected at most ${MAX_DEPTH} levels, but the body is nested deeper`;

/** Goes into a bracket or out of it; says whether that is too deep. */
const follow = (bracket: string, open: Open): string | null => {
  if (bracket === '}' || bracket === ']') open.pop();
  else open.push(new Set());
  return open.length > MAX_DEPTH ? TOO_DEEP : null;
};

/** Notes the name of a field; one reader would take the first value of a double one and another the last. */
const note = (name: string, open: Open): string | null => {
  const names = open.at(-1);
  if (names?.has(name) === true) return `Expected every field once, but '${name.slice(0, 100)}' is there twice`;
  names?.add(name);
  return null;
};

/** Why a JSON text is refused before it is parsed; null when nothing speaks against it. */
export const refusalOfJson = (text: string): string | null => {
  const open: Open = [];
  let refusal: string | null = null;
  for (let place = 0; place < text.length && refusal === null; place += 1) {
    const found = text[place] ?? '';
    if (found === '"') {
      const end = endOfString(text, place);
      if (isName(text, end)) refusal = note(nameOf(text.slice(place, end + 1)), open);
      place = end;
    } else if ('{}[]'.includes(found)) refusal = follow(found, open);
  }
  return refusal;
};
