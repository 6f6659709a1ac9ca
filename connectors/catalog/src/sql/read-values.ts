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

const TEXT_ARRAY = 1009;
const INTEGER_ARRAY = 1007;

/** What values of a database are for a process; what is not named here is the text that PostgreSQL writes. */
export const valueTypes = {
  getTypeParser: (type: number): ((text: string) => unknown) => {
    if (type === TEXT_ARRAY || type === INTEGER_ARRAY) return types.getTypeParser(type) as (text: string) => unknown;
    return readers[type] ?? String;
  },
};
