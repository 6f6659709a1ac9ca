import { CaseworkError } from './errors/casework-error.ts';
import { foldText } from './fold-text.ts';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

export const pageLimit = (limit: number | undefined): number =>
  Math.min(Math.max(Math.trunc(limit ?? DEFAULT_LIMIT), 1), MAX_LIMIT);

/** A pattern that finds the text anywhere; null finds everything. */
export const likePattern = (search: string | undefined): string | null => {
  const text = search?.trim() ?? '';
  return text === '' ? null : `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
};

/** What folded columns are searched for: case and accents do not matter, and nothing is a wildcard; null finds everything. */
export const foldedWords = (search: string | undefined): string | null => {
  const words = foldText(search ?? '').trim();
  return words === '' ? null : words;
};

const refuse = (cursor: string): never => {
  throw new CaseworkError('INPUT_INVALID', `Expected a cursor of an earlier page, but found ${cursor.slice(0, 40)}`);
};

export const cursorNumber = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null;
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : refuse(cursor);
};

/** Where a list sorted by a text and an id goes on. */
export interface Position {
  readonly sort: string;
  readonly id: string;
}

export const cursorOf = (position: Position): string =>
  Buffer.from(JSON.stringify([position.sort, position.id])).toString('base64url');

const decode = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/** NUL and halves of a surrogate pair: the store compares neither. */
const isText = (value: unknown): value is string => typeof value === 'string' && !/[\0\p{Surrogate}]/u.test(value);

/** What a list sorts by, as its cursors say it: anybody may write one, and the store reads it as what it should be. */
const sorts = {
  text: /^/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(\d{3}|\d{6})Z$/,
  day: /^(?!0000)\d{4}-\d\d-\d\d$/,
  /** Within what the store keeps of one. */
  integer: /^-?\d{1,9}$/,
} as const;

/** Days that no month has would be taken for those of the next one. */
const isInstant = (value: string): boolean => {
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value.slice(0, 10);
};

const isOfSort = (value: string, sort: keyof typeof sorts): boolean =>
  sorts[sort].test(value) && ((sort !== 'instant' && sort !== 'day') || isInstant(value));

export const positionOf = (cursor: string | undefined, sort: keyof typeof sorts): Position | null => {
  if (cursor === undefined) return null;
  const value = decode(cursor);
  if (!Array.isArray(value) || !isText(value[0]) || !isText(value[1]) || !isOfSort(value[0], sort))
    return refuse(cursor);
  return { sort: value[0], id: value[1] };
};
