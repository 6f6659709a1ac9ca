import { readCell, readValue, writeValue, type Operand } from '@irisflow/dmn';
import type { ValueType } from '@irisflow/names';
import { parseDay } from '../app/parse-day.ts';
import type { ShownColumn } from './columns.ts';

const yesWords: ReadonlySet<string> = new Set(['oui', 'ja', 'yes', 'true', 'vrai', 'waar']);
const noWords: ReadonlySet<string> = new Set(['non', 'nee', 'no', 'false', 'faux', 'onwaar']);

const numberIn = (text: string): string | null => {
  const plain = text.replaceAll(/[\s\u202F\u00A0€]/g, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? plain : null;
};

const dayIn = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : parseDay(text));

const yesNoIn = (text: string): Operand | null => {
  const word = text.toLowerCase();
  if (yesWords.has(word)) return { kind: 'yesNo', isYes: true };
  return noWords.has(word) ? { kind: 'yesNo', isYes: false } : null;
};

const choiceIn = (text: string, type: ValueType): Operand | null => {
  if (type.kind !== 'choice') return null;
  const found = type.choices.find(
    ({ value, label }) => `${value}` === text || Object.values(label).some((word) => word === text),
  );
  return typeof found?.value === 'string' ? { kind: 'text', text: found.value } : null;
};

const numberValue = (text: string): Operand | null => {
  const number = numberIn(text);
  return number === null ? null : { kind: 'number', text: number };
};

const dayValue = (text: string): Operand | null => {
  const day = dayIn(text);
  return day === null ? null : { kind: 'day', day };
};

/** The value that a text of a spreadsheet means in a column. */
const valueIn = (text: string, { type }: Pick<ShownColumn, 'type'>): Operand | null => {
  switch (type.kind) {
    case 'choice':
      return choiceIn(text, type);
    case 'yesNo':
      return yesNoIn(text);
    case 'number':
      return numberValue(text);
    case 'date':
      return dayValue(text);
    case 'unknown':
      return yesNoIn(text) ?? numberValue(text) ?? dayValue(text);
    default:
      return null;
  }
};

/** Whether a text is FEEL that somebody copied from a table, and no word that looks like a name. */
const isCopied = (text: string, side: ShownColumn['side']): boolean => {
  if (side === 'output') {
    const value = readValue(text);
    return value !== null && (value.kind !== 'expression' || /[.()"[\]{}*+]/.test(text));
  }
  const tests = readCell(text);
  return (
    tests !== null &&
    tests.tests.every((test) => {
      const operands = test.kind === 'between' ? [test.from, test.to] : [test.operand];
      return operands.every((operand) => operand.kind !== 'expression' || operand.text.includes('.'));
    })
  );
};

/** The FEEL of a cell that was pasted: a value of the column as people write it, or FEEL, else a text. */
export const feelOfPasted = (pasted: string, column: Pick<ShownColumn, 'type' | 'side'>): string => {
  const text = pasted.trim();
  if (text === '' || text === '-' || text === '–') return column.side === 'input' ? '-' : 'null';
  const value = valueIn(text, column);
  if (value !== null) return writeValue(value);
  return isCopied(text, column.side) ? text : writeValue({ kind: 'text', text });
};

/** Rows and cells of what a spreadsheet puts on the clipboard. */
export const cellsOfClipboard = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t'));
