import { resolveType } from './conforms.ts';
import type { FeelType } from './feel-type.ts';
import { isKind } from './kind-of.ts';
import type { FeelKind, ValueOf } from './kind-of.ts';
import { setOwn } from './own.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from './parse-temporal.ts';

const readers: { readonly [K in FeelKind]?: (text: string) => unknown } = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
};

const readContext = (value: ValueOf['context'], entries: readonly (readonly [string, FeelType])[]): unknown => {
  const result: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) setOwn(result, name, entry);
  for (const [name, type] of entries)
    setOwn(result, name, readJson(Object.hasOwn(value, name) ? value[name] : null, type));
  return result;
};

/**
 * Reads a value from outside as a type means it. JSON has no dates, so text becomes the date, time or duration that the
 * type asks for; and what a sender left out of a context is null. Anything else stays as it is.
 */
export const readJson = (value: unknown, type: FeelType): unknown => {
  const meant = resolveType(type);
  if (meant === null) return value;
  if (meant.kind === 'constrained') return readJson(value, meant.base);
  if (meant.kind === 'simple' && typeof value === 'string') return readers[meant.name]?.(value) ?? value;
  if (meant.kind === 'list' && isKind(value, 'list')) return value.map((item) => readJson(item, meant.item));
  return meant.kind === 'context' && isKind(value, 'context') ? readContext(value, meant.entries) : value;
};
