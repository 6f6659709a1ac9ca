import { types } from 'pg';

import { exactNumber } from '../exact-number.ts';

const { builtins } = types;

/** As FEEL reads an instant: `2026-07-01T10:00:00+02:00`. */
const instant = (text: string): string => text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');

const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.BOOL]: (text) => text === 't',
  [builtins.JSON]: (text) => JSON.parse(text) as unknown,
  [builtins.JSONB]: (text) => JSON.parse(text) as unknown,
  [builtins.TIMESTAMP]: instant,
  [builtins.TIMESTAMPTZ]: instant,
  ...Object.fromEntries(
    [builtins.INT2, builtins.INT4, builtins.INT8, builtins.NUMERIC, builtins.FLOAT4, builtins.FLOAT8].map((type) => [
      type,
      exactNumber,
    ]),
  ),
};

/** Of texts and of whole numbers; their types are missing in the list of the library. */
const ARRAYS: readonly number[] = [1009, 1007];
const libraryParser: (type: number) => (text: string) => unknown = types.getTypeParser;

/** What values of a database are for a process; what is not named here is the text that PostgreSQL writes. */
export const valueTypes = {
  getTypeParser: (type: number): ((text: string) => unknown) =>
    ARRAYS.includes(type) ? libraryParser(type) : (readers[type] ?? String),
};
