import { RE2JS } from 're2js';

import { areFlags, mayBeOfOtherDialect, translatePattern } from './translate-pattern.ts';

const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
};

/** Why there is no automaton: the pattern is wrong whoever reads it, or asks for more than linear time allows. */
export type PatternFault = 'wrong' | 'unsupported';

const faultOf = (pattern: string, flags: string): PatternFault =>
  areFlags(flags) && mayBeOfOtherDialect(pattern) ? 'unsupported' : 'wrong';

const compile = (pattern: string, flags: string): RE2JS | PatternFault => {
  const translated = translatePattern(pattern, flags);
  if (translated === null) return faultOf(pattern, flags);
  const bits = Array.from(flags).reduce((all, flag) => all | (flagBits[flag] ?? 0), 0);
  try {
    return RE2JS.compile(translated, bits);
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('RE2JS')) return faultOf(pattern, flags);
    throw error;
  }
};

/** Compiling takes ten microseconds, more than most matches; models use few patterns again and again. */
const CACHE_SIZE = 200;
const cache = new Map<string, RE2JS | PatternFault>();

/**
 * Compiles a regular expression that takes time linear in the text, or answers why it cannot: look-around does not
 * exist, and a back-reference only to a group that is plain text. Flags: `i`, `s`, `m`, `x`.
 */
export const patternOf = (pattern: string, flags: string): RE2JS | PatternFault => {
  const key = `${flags}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = compile(pattern, flags);
  const [oldest] = cache.keys();
  if (cache.size >= CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  cache.set(key, made);
  return made;
};
