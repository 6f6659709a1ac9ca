/** Where the string that begins at `start` ends, or the end of the text. Linear: a regular expression would start over at every quote. */
export const endOfString = (text: string, start: number): number => {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote;
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
};

const QUOTE = 34;
const SPACE = 32;

/**
 * A JSON text without blanks, every string in its shortest spelling; numbers stay as they were written. A value is found
 * again by its text, so it must not matter how a client spells it.
 */
export const compactJson = (text: string): string => {
  if (!/[\s\\]/.test(text)) return text;
  let compact = '';
  let start = 0;
  const put = (instead: string, from: number, end: number) => {
    compact += text.slice(start, from) + instead;
    start = end;
  };
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) {
      const end = endOfString(text, place) + 1;
      const quoted = text.slice(place, end);
      if (quoted.includes('\\')) put(JSON.stringify(JSON.parse(quoted)), place, end);
      place = end - 1;
    } else if (code <= SPACE) put('', place, place + 1);
  }
  return compact + text.slice(start);
};
