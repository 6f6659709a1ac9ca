/** What ends the parts of a document in which `&` and `<` are themselves. */
const literalEnds: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>' };

/** Where the first `&` stands that begins no reference such as `&amp;`; null when every one does. */
export const bareAmpersand = (text: string): number | null => {
  const next = /<!--|<!\[CDATA\[|&/g;
  const reference = /&(?:#\d+|#x[\da-f]+|[\p{L}_:][\p{L}\p{N}_:.-]*);/iuy;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const end = literalEnds[found[0]];
    if (end === undefined) {
      reference.lastIndex = found.index;
      if (!reference.test(text)) return found.index;
    } else {
      const at = text.indexOf(end, found.index);
      if (at < 0) return null;
      next.lastIndex = at + end.length;
    }
  }
  return null;
};

/** Where the `<` stands at which the parser stopped because it begins no tag; null when it stopped for something else. */
export const bareLessThan = (text: string, position: number, said: string): number | null => {
  const inTag = said.startsWith('disallowed character in tag name');
  const at = inTag ? position - 2 : position - 1;
  return (inTag || said === 'disallowed character') && text[at] === '<' ? at : null;
};
