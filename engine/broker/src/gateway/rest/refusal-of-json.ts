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

/** Why a JSON text is refused before it is parsed; null when nothing speaks against it. */
export const refusalOfJson = (text: string): string | null => {
  const names: Set<string>[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const found = text[place];
    if (found === '{' || found === '[') {
      names.push(new Set());
      if (names.length > MAX_DEPTH) return `Expected at most ${MAX_DEPTH} levels, but the body is nested deeper`;
    } else if (found === '}' || found === ']') names.pop();
    else if (found === '"') {
      const end = endOfString(text, place);
      const name = isName(text, end) ? nameOf(text.slice(place, end + 1)) : null;
      // One reader would take the first value and another the last.
      if (name !== null && names.at(-1)?.has(name) === true) {
        return `Expected every field once, but '${name.slice(0, 100)}' is there twice`;
      }
      if (name !== null) names.at(-1)?.add(name);
      place = end;
    }
  }
  return null;
};
