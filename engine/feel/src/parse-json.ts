import type { ExactJson } from './json.ts';
import type { FeelNumber } from './numbers/feel-decimal.ts';
import { parseNumber } from './numbers/parse-number.ts';
import { setOwn } from './values/own.ts';
import { endOfString } from './long-number.ts';

/** What becomes of the text of a number. */
type ReadNumber = (text: string) => FeelNumber | null;

/** Where in a valid JSON text the reader is. */
interface Reading {
  readonly text: string;
  readonly readNumber: ReadNumber;
  at: number;
}

const blank = /[\s,:]*/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[a-z]+/y;

/** The next token of a kind; commas and colons are in their places already. */
const take = (reading: Reading, kind: RegExp): string => {
  kind.lastIndex = reading.at;
  const [found = ''] = kind.exec(reading.text) ?? [];
  reading.at += found.length;
  return found;
};

const takeString = (reading: Reading): string => {
  const { text, at } = reading;
  reading.at = endOfString(text, at) + 1;
  return JSON.parse(text.slice(at, reading.at)) as string;
};

const isAt = (reading: Reading, end: string): boolean => {
  take(reading, blank);
  if (reading.text[reading.at] !== end) return false;
  reading.at += 1;
  return true;
};

const readList = (reading: Reading): ExactJson[] => {
  const list: ExactJson[] = [];
  while (!isAt(reading, ']')) list.push(readValue(reading));
  return list;
};

const readObject = (reading: Reading): ExactJson => {
  const object: Record<string, unknown> = {};
  while (!isAt(reading, '}')) {
    const name = takeString(reading);
    setOwn(object, name, readValue(reading));
  }
  return object as ExactJson;
};

const readValue = (reading: Reading): ExactJson => {
  take(reading, blank);
  const first = reading.text.charAt(reading.at);
  if (first === '{' || first === '[') {
    reading.at += 1;
    return first === '{' ? readObject(reading) : readList(reading);
  }
  if (first === '"') return takeString(reading);
  return first === '-' || (first >= '0' && first <= '9')
    ? reading.readNumber(take(reading, number))
    : (JSON.parse(take(reading, word)) as boolean | null);
};

/** Every digit counts. */
const everyDigit: ReadNumber = parseNumber;

/** Whole numbers keep their digits, whatever has a point or an exponent is a double. */
const asVariable: ReadNumber = (text) => (/^-?\d+$/.test(text) ? everyDigit(text) : Number(text));

/** Fewer digits are what the double next to them says. */
const LONG = 16;

/** A number of so many characters may say more than a double; looked for in strings as well, which costs only time. */
const longWhole = /(?:^|[[,:\s])-?\d{16,}(?![\d.eE])/;
const long = /[\d.]{16}|[eE][+-]?\d{3}/;

const read = (text: string, suspicious: RegExp, readNumber: ReadNumber): ExactJson => {
  const value = JSON.parse(text) as ExactJson;
  return suspicious.test(text) ? readValue({ text, readNumber, at: 0 }) : value;
};

/** Reads the JSON text of a variable: whole numbers keep every digit. Throws SyntaxError, as `JSON.parse` does. */
export const parseVariable = (text: string): ExactJson =>
  text.length < LONG ? (JSON.parse(text) as ExactJson) : read(text, longWhole, asVariable);

/** Reads JSON text; every number keeps every digit. Throws SyntaxError, as `JSON.parse` does. */
export const parseExactJson = (text: string): ExactJson => read(text, long, everyDigit);
