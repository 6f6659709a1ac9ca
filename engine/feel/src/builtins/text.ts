import type { RE2JS } from 're2js';

import { feelLimits } from '../limits.ts';
import { boundedList, charge, stop } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { patternOf } from '../values/pattern.ts';
import type { PatternFault } from '../values/pattern.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { signature } from './builtin.ts';
import type { Builtin, Signature } from './builtin.ts';

/** Characters of a wrong text in its warning. */
const SHOWN = 80;

/** Characters as people count them: one emoji is one. */
const symbols = (text: string): string[] => Array.from(text);

const substring = (text: string, start: number, length?: number): string => {
  const all = symbols(text);
  const from = start < 0 ? Math.max(0, all.length + start) : Math.max(0, start - 1);
  return all.slice(from, length === undefined ? undefined : from + Math.max(0, length)).join('');
};

const before = (text: string, match: string): string => text.slice(0, Math.max(0, text.indexOf(match)));

const after = (text: string, match: string): string => {
  const index = text.indexOf(match);
  return index < 0 ? '' : text.slice(index + match.length);
};

/** A pattern that is none is no value; one that is right elsewhere must not look like a text that does not match. */
const refusePattern = (runtime: Runtime, pattern: string, fault: PatternFault): null =>
  fault === 'wrong' ? warn(runtime, 'PATTERN_WRONG', { pattern }) : stop('PATTERN', 'PATTERN_UNSUPPORTED', { pattern });

/** Runs something with a pattern, paid for in advance. */
const withPattern = (
  runtime: Runtime,
  [text, pattern, flags]: readonly [string, string, (string | undefined)?],
  run: (regex: RE2JS) => unknown,
): unknown => {
  // An automaton visits each character with up to as many states as the pattern has; 1/64 is what such a visit costs.
  charge(runtime, pattern.length + ((text.length * pattern.length) >> 6));
  const regex = patternOf(pattern, flags ?? '');
  return typeof regex === 'string' ? refusePattern(runtime, pattern, regex) : run(regex);
};

/** The length of every match except the last is paid before the next one is looked for. */
const extract = (runtime: Runtime, text: string, regex: RE2JS): string[] => {
  const matcher = regex.matcher(text);
  const found: string[] = [];
  while (matcher.find()) {
    charge(runtime, 1);
    found.push(matcher.group(0) ?? '');
    if (found.length > feelLimits.listItems) boundedList(found);
  }
  return found;
};

const split = (runtime: Runtime, text: string, regex: RE2JS): string[] => {
  const matcher = regex.matcher(text);
  const parts: string[] = [];
  let from = 0;
  while (matcher.find()) {
    charge(runtime, 1);
    if (matcher.end() === 0) continue;
    parts.push(text.slice(from, matcher.start()));
    from = matcher.end();
  }
  parts.push(text.slice(from));
  return parts;
};

const joinable = (list: readonly unknown[]): list is readonly (string | null)[] =>
  list.every((item) => item === null || typeof item === 'string');

const joined = (runtime: Runtime, list: readonly unknown[], delimiter: string): string | null => {
  if (!joinable(list)) return warn(runtime, 'JOIN_WRONG');
  const items = list.filter((item) => item !== null);
  charge(runtime, (delimiter.length * items.length) >> 4);
  return items.join(delimiter);
};

const join: Builtin = [
  signature(['list: list', 'delimiter?: string'], (runtime, list, delimiter = '') => joined(runtime, list, delimiter)),
  signature(
    ['list: list', 'delimiter?: string', 'prefix: string', 'suffix: string'],
    (runtime, list, delimiter = '', ...[prefix, suffix]) => {
      const text = joined(runtime, list, delimiter);
      return text === null ? null : `${prefix}${text}${suffix}`;
    },
  ),
];

/** `$0` is the whole match in FEEL, and `$&` is how the library writes it. */
const replacementOf = (text: string): string => text.replace(/\$0/g, '$$&');

const replace: Signature = signature(
  ['input: string', 'pattern: string', 'replacement: string', 'flags?: string'],
  (runtime, input, pattern, ...[replacement, flags]) =>
    withPattern(runtime, [input, pattern, flags], (regex) => {
      charge(runtime, (input.length * (1 + replacement.length)) >> 4);
      return regex.matcher(input).replaceAll(replacementOf(replacement));
    }),
);

/** Functions on strings. */
export const text: Readonly<Record<string, Builtin>> = {
  substring: [
    signature(['string: string', 'start position: number', 'length?: number'], (_, string, start, length) =>
      substring(string, start, length),
    ),
  ],
  'string length': [signature(['string: string'], (_, string) => symbols(string).length)],
  'upper case': [signature(['string: string'], (_, string) => string.toUpperCase())],
  'lower case': [signature(['string: string'], (_, string) => string.toLowerCase())],
  'substring before': [signature(['string: string', 'match: string'], (_, string, match) => before(string, match))],
  'substring after': [signature(['string: string', 'match: string'], (_, string, match) => after(string, match))],
  contains: [signature(['string: string', 'match: string'], (_, string, match) => string.includes(match))],
  'starts with': [signature(['string: string', 'match: string'], (_, string, match) => string.startsWith(match))],
  'ends with': [signature(['string: string', 'match: string'], (_, string, match) => string.endsWith(match))],
  matches: [
    signature(['input: string', 'pattern: string', 'flags?: string'], (runtime, input, pattern, flags) =>
      withPattern(runtime, [input, pattern, flags], (regex) => regex.matcher(input).find()),
    ),
  ],
  replace: [replace],
  split: [
    signature(['string: string', 'delimiter: string'], (runtime, string, delimiter) =>
      withPattern(runtime, [string, delimiter], (regex) => split(runtime, string, regex)),
    ),
  ],
  extract: [
    signature(['input|string: string', 'pattern: string'], (runtime, input, pattern) =>
      withPattern(runtime, [input, pattern], (regex) => extract(runtime, input, regex)),
    ),
  ],
  'string join': join,
  trim: [signature(['string: string'], (_, string) => string.trim())],
  'is blank': [signature(['string: string'], (_, string) => string.trim() === '')],
  'to base64': [signature(['value: string'], (_, value) => toBase64(value))],
  'from base64': [
    signature(
      ['value: string'],
      (runtime, value) => fromBase64(value) ?? warn(runtime, 'BASE64_WRONG', { text: value.slice(0, SHOWN) }),
    ),
  ],
};
