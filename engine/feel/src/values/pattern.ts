import { RE2JS } from 're2js';

import { translatePattern } from './translate-pattern.ts';

const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
};

const compile = (pattern: string, flags: string): RE2JS | null => {
  const translated = translatePattern(pattern, flags);
  if (translated === null) return null;
  const bits = Array.from(flags).reduce((all, flag) => all | (flagBits[flag] ?? 0), 0);
  try {
    return RE2JS.compile(translated, bits);
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('RE2JS')) return null;
    throw error;
  }
};

/** Compiling takes ten microseconds, more than most matches; models use few patterns again and again. */
const CACHE_SIZE = 200;
const cache = new Map<string, RE2JS | null>();

/**
 * Compiles a regular expression that takes time linear in the text, or answers null when it is none: look-around and
 * back-references do not exist. Flags: `i`, `s`, `m`, `x`.
 */
export const patternOf = (pattern: string, flags: string): RE2JS | null => {
  const key = `${flags}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = compile(pattern, flags);
  const [oldest] = cache.keys();
  if (cache.size >= CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  cache.set(key, made);
  return made;
};
