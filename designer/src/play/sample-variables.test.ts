import { expect, test } from 'vitest';
import { parametersAt } from './sample-variables.ts';

const file = JSON.stringify([
  {
    key: 'income.max.single',
    values: [
      { value: 10, validFrom: '2025-01-01', validTo: '2025-12-31' },
      { value: 12, validFrom: '2026-01-01', validTo: null },
    ],
  },
  { key: 'income.max.family', values: [{ value: 20, validFrom: '2026-01-01', validTo: null }] },
  { key: '__proto__.polluted', values: [{ value: 1, validFrom: '2026-01-01', validTo: null }] },
]);

test('amounts of the day are nested by their dots', () => {
  expect(parametersAt(file, '2026-11-25')).toMatchObject({ income: { max: { single: 12, family: 20 } } });
  expect(parametersAt(file, '2025-06-01')).toMatchObject({ income: { max: { single: 10 } } });
});

test('a hostile key changes no prototype', () => {
  parametersAt(file, '2026-11-25');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a file that cannot be read gives no amounts', () => {
  expect(parametersAt('{', '2026-11-25')).toEqual({});
});
