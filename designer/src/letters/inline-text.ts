import type { FieldInline, Inline, Mark } from './letter.ts';

/*
 * A block is edited as one line of text: fields between double braces with an optional format after a bar, bold between
 * two stars, italic between two underscores. It reads aloud well, works with any keyboard and undoes natively.
 */
const marked = /\*\*(.+?)\*\*|__(.+?)__/g;
const field = /\{\{([^{}|]+)(?:\|(date|money|iban|text))?\}\}/g;
const signs: Readonly<Record<Mark['type'], string>> = { bold: '**', italic: '__' };

const writePiece = (inline: Inline): string => {
  if (inline.type === 'text') return inline.text;
  return `{{${inline.path}${inline.format === undefined ? '' : `|${inline.format}`}}}`;
};

const marksOf = (inline: Inline): string => (inline.marks ?? []).map((mark) => signs[mark.type]).join('');

/** Closes the signs in the opposite order; each is one ASCII character twice, so reversing the letters does it. */
const wrap = (text: string, marks: string): string => `${marks}${text}${marks.split('').toReversed().join('')}`;

/** The line a person edits; neighbors with the same marks share one pair of signs. */
export const inlineToText = (content: readonly Inline[] = []): string => {
  const runs: { marks: string; text: string }[] = [];
  for (const inline of content) {
    const marks = marksOf(inline);
    const last = runs.at(-1);
    if (last?.marks === marks) last.text += writePiece(inline);
    else runs.push({ marks, text: writePiece(inline) });
  }
  return runs.map(({ marks, text }) => wrap(text, marks)).join('');
};

const withMarks = <T extends Inline>(inline: T, marks: readonly Mark[]): T =>
  marks.length === 0 ? inline : { ...inline, marks: [...marks] };

const toField = (match: RegExpMatchArray): FieldInline => {
  const inline: FieldInline = { type: 'field', path: (match[1] ?? '').trim() };
  return match[2] === undefined ? inline : { ...inline, format: match[2] as NonNullable<FieldInline['format']> };
};

/** Cuts a text at the matches of a pattern: what is between goes to one reader, each match to the other. */
const cut = (
  text: string,
  pattern: RegExp,
  readers: { between(text: string): Inline[]; match(match: RegExpMatchArray): Inline[] },
): Inline[] => {
  const content: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) content.push(...readers.between(text.slice(end, match.index)));
    content.push(...readers.match(match));
    end = match.index + match[0].length;
  }
  if (text.length > end) content.push(...readers.between(text.slice(end)));
  return content;
};

const readFields = (text: string, marks: readonly Mark[]): Inline[] =>
  cut(text, field, {
    between: (plain) => [withMarks({ type: 'text', text: plain }, marks)],
    match: (match) => [withMarks(toField(match), marks)],
  });

const read = (text: string, marks: readonly Mark[]): Inline[] =>
  cut(text, marked, {
    between: (plain) => readFields(plain, marks),
    match: ([, bold, italic]) =>
      bold === undefined
        ? read(italic ?? '', [...marks, { type: 'italic' }])
        : read(bold, [...marks, { type: 'bold' }]),
  });

/** What the line means; braces and stars that form no pair stay text. */
export const textToInline = (text: string): Inline[] => read(text, []);
