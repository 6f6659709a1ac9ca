import { isDate, normalize, type FieldSchema, type FormatName } from '@irisflow/forms';
import { foldText, withoutGuard } from '@irisflow/foundation';
import { numberReadings } from '@irisflow/texts';
import type { FindingCode } from './finding.ts';

type Choice = NonNullable<FieldSchema['oneOf']>[number];

/** Which sign somebody said stands before decimals. */
export type DecimalMark = 'comma' | 'point';

export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: FindingCode; readonly params?: Readonly<Record<string, string | number>> };

const read = (value: unknown): Read => ({ ok: true, value });
const no = (code: FindingCode, params: Readonly<Record<string, string | number>> = {}): Read => ({
  ok: false,
  code,
  params,
});

/** How a spreadsheet shows digits that are too many for it: those that are gone cannot be read back. */
const isScientific = (text: string): boolean => /^-?\d(?:[.,]\d+)?E[+-]?\d+$/i.test(text);

/** `31/12/2025`, `31.12.2025`, `31-12-2025`, `2025-12-31`, and what a spreadsheet adds when it takes a day for an instant. */
const dateOf = (text: string): string | undefined => {
  const bare = text.replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare) ?? [];
  const date = year === '' ? bare.replaceAll('/', '-') : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
};

const marks = { comma: ',', point: '.' } as const;

const numberOf = (text: string, mark: DecimalMark | undefined): Read => {
  if (isScientific(text)) return no('scientific');
  const [first, second] = numberReadings(text);
  if (first === undefined) return no('number');
  if (second === undefined) return read(first);
  // Three digits after one separator: only whoever has the file knows.
  if (mark === undefined) return no('ambiguous');
  return read(text.includes(marks[mark]) ? second : first);
};

const yes: ReadonlySet<string> = new Set(['oui', 'ja', 'yes', 'true', 'vrai', 'waar', '1', 'x', 'o', 'j', 'y']);
const nay: ReadonlySet<string> = new Set(['non', 'nee', 'neen', 'no', 'false', 'faux', 'onwaar', '0', 'n']);

const booleanOf = (text: string): Read => {
  const word = foldText(text);
  if (yes.has(word)) return read(true);
  return nay.has(word) ? read(false) : no('boolean');
};

/** How a choice is shown, in every language of the form. */
export type ChoiceTexts = (title: string) => readonly string[];

const choiceOf = (text: string, choices: readonly Choice[], textsOf: ChoiceTexts): Read => {
  const word = foldText(text);
  const exact = choices.find((choice) => String(choice.const) === text);
  const found =
    exact ??
    choices.find((choice) => [String(choice.const), ...textsOf(choice.title)].some((name) => foldText(name) === word));
  return found === undefined ? no('choice') : read(found.const);
};

const choicesOf = (text: string, choices: readonly Choice[], textsOf: ChoiceTexts): Read => {
  const parts = text.split('|').map((part) => choiceOf(part.trim(), choices, textsOf));
  const wrong = parts.find((part) => !part.ok);
  return wrong ?? read([...new Set(parts.map((part) => (part.ok ? part.value : null)))]);
};

const textOf = (text: string, format: FormatName | undefined): Read => {
  if (format === 'date') {
    const date = dateOf(text);
    return date === undefined ? no('date') : read(date);
  }
  // Digits of an identifier that a spreadsheet rounded.
  if (format !== undefined && isScientific(text)) return no('scientific');
  return read(format === undefined ? text : normalize(format, text));
};

/** What a person or a program put into a cell, without what a spreadsheet and our own reports add around it. */
export const plainCell = (cell: string): string =>
  withoutGuard(cell.replaceAll(/^[\s\u00a0\u202f\ufeff]+|[\s\u00a0\u202f]+$/g, '')).replaceAll(/\r\n?/g, '\n');

/** A name or a number stands in one line wherever it is shown, in the direction in which it is read. */
export const inOneLine = (text: string): string =>
  text
    // Marks of no width come along from pages; with them, one reference would be two.
    .replaceAll(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

/** Reads a cell that is not empty by the schema of its column, the way people here write dates, numbers and choices. */
export const readCell = (
  text: string,
  {
    schema,
    mark,
    textsOf,
  }: { readonly schema: FieldSchema; readonly mark: DecimalMark | undefined; readonly textsOf: ChoiceTexts },
): Read => {
  const { type, oneOf, items, format } = schema;
  if (oneOf !== undefined) return choiceOf(text, oneOf, textsOf);
  if (type === 'array') return choicesOf(text, items?.oneOf ?? [], textsOf);
  if (type === 'boolean') return booleanOf(text);
  if (type === 'number' || type === 'integer') return numberOf(text, mark);
  return textOf(text, format);
};
