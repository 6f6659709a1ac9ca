import type { CompiledControl } from './compile-form.ts';
import { readAt } from './pointer.ts';

/** Long enough to tell people apart, short enough for a heading. */
const LONGEST = 40;

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

/** What a row of a table is called by the person who filled it in: the first text it asks for; undefined while that is empty. */
export const rowName = (table: CompiledControl, row: unknown): string | undefined => {
  const first = table.rows.find(({ widget }) => widget === 'text');
  const value = first === undefined ? undefined : readAt(row, first.path);
  const name = typeof value === 'string' ? value.trim() : '';
  return name === '' ? undefined : short(name);
};
