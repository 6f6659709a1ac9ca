import { expect, test } from 'vitest';
import { insertRows, rowsParameter, updateRows, upsertRows } from './row-statement.ts';

const columns = { key: 'bigint', name: 'text' } as const;

test('statements name their columns and take all rows as one parameter', () => {
  const { text, values, name } = insertRows(
    'thing',
    columns,
  )([
    ['1', 'a'],
    ['2', null],
  ]);
  expect(name).toBe('insert_thing');
  expect(text).toBe(
    'insert into engine.thing (key, name) select (r->>0)::bigint as key, (r->>1)::text as name from jsonb_array_elements($1::jsonb) r',
  );
  expect(values).toEqual(['[["1","a"],["2",null]]']);
  expect(upsertRows('thing', columns)([]).text).toContain('on conflict (key) do update set name = excluded.name');
  expect(updateRows('thing', columns, 'thing_name')([])).toMatchObject({ name: 'update_thing_name' });
});

test.each([
  ['a character zero', 'a\u0000b', 'a\ufffdb'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['a pair of surrogates', 'a😀b', 'a😀b'],
  ['the escape of a zero inside JSON text', String.raw`{"a":"\u0000"}`, String.raw`{"a":"\u0000"}`],
  ['a backslash before a zero', '\\\u0000', '\\\ufffd'],
])('%s becomes what PostgreSQL can store', (_title, given, stored) => {
  expect(JSON.parse(rowsParameter([[given]]))).toEqual([[stored]]);
});
