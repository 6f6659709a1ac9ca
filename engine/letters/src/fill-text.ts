import { letterFields } from '@irisflow/names';
import { unprintable } from './letter-glyphs.ts';
import type { FieldFormat } from './letter-format.ts';
import { fieldText, type Resolving } from './resolve-letter.ts';

/** A field within words, as the editor of letters writes it: `{{values.amount|money}}`. A path names a value; nothing is computed. */
const field = /\{\{\s*([^{}|]*?)\s*(?:\|\s*([^{}|]*?)\s*)?\}\}/g;
const path = /^[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,5}$/;
const formats: readonly string[] = ['date', 'money', 'iban', 'text'] satisfies readonly FieldFormat[];

/** Why a text cannot be filled in, and what of it. */
export interface TextProblem {
  readonly keyword: 'braces' | 'field' | 'format' | 'unprintable';
  readonly found: string;
}

/** Whether letters know what a path names; what is below `values` is the procedure's own. */
const isKnown = (named: string): boolean => {
  const [root = '', key] = named.split('.');
  if (!path.test(named) || !Object.hasOwn(letterFields, root) || root === 'item') return false;
  const known: readonly string[] | null = letterFields[root as keyof typeof letterFields];
  return known === null || (key !== undefined && known.includes(key));
};

const problemOfField = ([found, named = '', format]: RegExpMatchArray): TextProblem[] => {
  if (!isKnown(named)) return [{ keyword: 'field', found }];
  return format === undefined || formats.includes(format) ? [] : [{ keyword: 'format', found }];
};

/** What keeps a text from being filled in and printed; nothing where it is right. */
export const textProblems = (text: string): TextProblem[] => {
  const words = text.replaceAll(field, '');
  const brace = words.match(/\{\{|\}\}/);
  return [
    ...(brace === null ? [] : [{ keyword: 'braces', found: brace[0] } as const]),
    ...Array.from(text.matchAll(field)).flatMap(problemOfField),
    ...unprintable(words).map((found) => ({ keyword: 'unprintable', found }) as const),
  ];
};

export interface FilledText {
  readonly text: string;
  /** Paths that have no value; the text shows them in brackets. */
  readonly missing: string[];
}

/**
 * A text with every value in its place. Values are taken in as they are, once: what stands in them is never a field, whoever
 * wrote it.
 */
export const fillText = (text: string, resolving: Omit<Resolving, 'missing'>): FilledText => {
  const missing: string[] = [];
  const filled = text.replaceAll(field, (_found, named: string, format: string | undefined) => {
    const value = isKnown(named) ? fieldText(named, (format ?? 'text') as FieldFormat, resolving) : null;
    if (value !== null && value !== '') return value;
    missing.push(named);
    return `[${named}]`;
  });
  return { text: filled, missing: [...new Set(missing)] };
};
