/** Puts `text`, which is XML already, in the place of what stands from `start` to `end`. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A value as it stands between the quotes of an attribute, whichever they are. */
export const escapeXmlValue = (value: string): string =>
  value.replaceAll(/[&<>"'\n\r\t]/g, (character) => entities[character] ?? character);

/** Makes edits that do not overlap; every other character stays as it was. */
export const editXml = (text: string, edits: readonly XmlEdit[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((left, right) => left.start - right.start)) {
    if (edit.start < at) throw new RangeError(`Expected edits apart from each other, but two meet at ${edit.start}`);
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return `${parts.join('')}${text.slice(at)}`;
};
