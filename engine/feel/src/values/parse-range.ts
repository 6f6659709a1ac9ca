import { parseNumber } from '../numbers/parse-number.ts';
import { compare } from './compare.ts';
import { feelRange } from './feel-range.ts';
import type { FeelRange } from './feel-range.ts';
import { parseDate, parseDateTime, parseDuration, parseTemporal, parseTime } from './parse-temporal.ts';

/** The two ends are literals; `..` inside a string does not part them. */
const END = String.raw`(?:[^".]|\.(?!\.)|"(?:\\.|[^"\\])*")*`;
const rangePattern = new RegExp(String.raw`^\s*([[\](])(${END})\.\.(${END})([\][)])\s*$`, 'u');

const numberPattern = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
const textPattern = /^(@|date|time|date and time|duration)?\s*(\()?\s*"((?:\\.|[^"\\])*)"\s*(\))?$/;

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  '@': parseTemporal,
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

/** Value of a literal; undefined when it is none, null when it names no value. */
const parseEnd = (text: string): unknown => {
  if (text === '') return undefined;
  if (numberPattern.test(text)) return parseNumber(text);
  const [, reader, open, content = '', close] = textPattern.exec(text) ?? [];
  const isCall = reader !== undefined && reader !== '@';
  if (!text.endsWith('"') && !isCall) return undefined;
  if (isCall !== (open !== undefined) || isCall !== (close !== undefined)) return undefined;
  return reader === undefined ? content.replace(/\\(.)/g, '$1') : readers[reader]?.(content);
};

const isOrdered = (start: unknown, end: unknown): boolean => {
  const order = compare(start, end);
  return order !== null && order <= 0;
};

/** Reads the text of a range between two literals, such as `[1..5)` or `(@"2024-01-01"..@"2024-12-31"]`, or null. */
export const parseRange = (text: string): FeelRange | null => {
  const [, open, first, last, close] = rangePattern.exec(text) ?? [];
  const start = parseEnd(first?.trim() ?? '');
  const end = parseEnd(last?.trim() ?? '');
  if (start === undefined || end === undefined || !isOrdered(start, end)) return null;
  return feelRange({ start, end, startIncluded: open === '[', endIncluded: close === ']' });
};
