import { xmlReference } from '@irisflow/xml';
import type { Span } from './mention.ts';

const jsonSign = /\\u[0-9a-fA-F]{4}|\\[\s\S]|[\s\S]/g;
const xmlSign = /&[^;]+;|\r\n|[\s\S]/g;

/** Where each sign of a value begins in the text that spells it, and the end behind the last one. */
const beginnings = (raw: string, sign: RegExp): number[] => {
  const found = [...raw.matchAll(sign)].flatMap(({ 0: text, index }) =>
    // An entity may stand for a sign of two halves.
    Array.from({ length: isWide(text) ? 2 : 1 }, () => index),
  );
  return [...found, raw.length];
};

const isWide = (text: string): boolean => {
  const code = /^&#(x?)([0-9a-fA-F]+);$/.exec(text);
  return code !== null && Number.parseInt(code[2] ?? '', code[1] === '' ? 10 : 16) > 0xffff;
};

/** From offsets in a value to those in the file that spells it. */
export type Spelled = (span: Span) => Span;

const spelled = (raw: string, start: number, sign: RegExp): Spelled => {
  if (!/[\\&\r]/.test(raw)) return ({ from, to }) => ({ from: start + from, to: start + to });
  const at = beginnings(raw, sign);
  return ({ from, to }) => ({ from: start + (at[from] ?? raw.length), to: start + (at[to] ?? raw.length) });
};

/** For a text between the quotes of JSON. */
export const spelledInJson = (text: string, { from, to }: Span): Spelled =>
  spelled(text.slice(from, to), from, jsonSign);

/** For the value of an attribute, or the text of an element. */
export const spelledInXml = (text: string, { from, to }: Span): Spelled => spelled(text.slice(from, to), from, xmlSign);

/** The text of an element without children, as its reader sees it. */
export const xmlText = (raw: string): string =>
  raw.replaceAll('\r\n', '\n').replaceAll(/&([^;]+);/g, (whole, name: string) => xmlReference(name) ?? whole);
