import { longNumber } from '@irisflow/feel';
import { CommandRefused } from '../desk/failure.ts';

/** Name and JSON text of each variable. */
export type VariableTexts = readonly (readonly [name: string, value: string])[];

const none: VariableTexts = [];

/**
 * Splits the JSON text of an object into its members without rebuilding their values, so that numbers keep every digit.
 * Refuses what is no JSON object, and numbers that lose digits in a variable.
 */
export const splitVariables = (text: string): VariableTexts => {
  if (isNothing(text)) return none;
  checkObject(text);
  return splitStored(text);
};

const isNothing = (text: string): boolean => text === '' || text === '{}' || text === 'null';

/** Splits what the engine itself has written, or checked when it came in. */
export const splitStored = (text: string): VariableTexts => {
  if (isNothing(text)) return none;
  const members: (readonly [string, string])[] = [];
  let at = skipSpace(text, text.indexOf('{') + 1);
  while (text[at] !== '}') {
    const nameEnd = skipValue(text, at);
    const name = JSON.parse(text.slice(at, nameEnd)) as string;
    const start = skipSpace(text, text.indexOf(':', nameEnd) + 1);
    const end = skipValue(text, start);
    members.push([name, text.slice(start, end)]);
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
};

/** The gatekeeper of the scanner below: only valid objects get past it. */
const checkObject = (text: string): void => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refusal(`they are not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refusal(`the root is ${Array.isArray(value) ? 'an array' : `a ${typeof value}`}`);
  }
  const number = longNumber(text);
  if (number !== null) throw refusal(reasonAgainst(number));
};

const refusal = (found: string): CommandRefused =>
  new CommandRefused('INVALID_ARGUMENT', `Expected the variables to be a JSON object, but ${found}`);

const reasonAgainst = (number: string): string =>
  /^-?\d+$/.test(number)
    ? `the integer ${number} does not fit into 64 bits`
    : `no double says the number ${number} to its last digit; it can be sent as text`;

const skipSpace = (text: string, at: number): number => {
  let next = at;
  while (text.charCodeAt(next) <= 32) next += 1;
  return next;
};

const quote = 34;
const backslash = 92;

/** The end of the valid JSON value that begins at `at`. */
const skipValue = (text: string, at: number): number => {
  const first = text.charCodeAt(at);
  if (first === quote) return skipText(text, at);
  if (text[at] === '{' || text[at] === '[') return skipNested(text, at);
  let next = at;
  while (next < text.length && !',}] \n\r\t:'.includes(text.charAt(next))) next += 1;
  return next;
};

const skipText = (text: string, at: number): number => {
  let next = at + 1;
  for (;;) {
    const code = text.charCodeAt(next);
    if (code === quote) return next + 1;
    next += code === backslash ? 2 : 1;
  }
};

const skipNested = (text: string, at: number): number => {
  let depth = 0;
  let next = at;
  do {
    const char = text.charAt(next);
    if (char === '"') {
      next = skipText(text, next);
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    next += 1;
  } while (depth > 0);
  return next;
};
