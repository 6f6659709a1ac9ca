import { expect, test } from 'vitest';
import { addDatedValue, coverageProblems, isCurrent, type DatedValue, type Parameter } from './parameter-file.ts';

const value = (amount: number, validFrom: string, validTo: string | null): DatedValue => ({
  value: amount,
  validFrom,
  validTo,
  legalRef: 'Order of 2026',
});
const ceiling: Parameter = {
  key: 'ceiling',
  label: { fr: 'Plafond', nl: 'Plafond', en: 'Ceiling' },
  unit: 'EUR',
  values: [value(100, '2026-01-01', null)],
};

test('a new value closes the open one the day before', () => {
  const { values } = addDatedValue(ceiling, value(110, '2027-03-01', null));
  expect(values.map((each) => [each.validFrom, each.validTo])).toEqual([
    ['2026-01-01', '2027-02-28'],
    ['2027-03-01', null],
  ]);
});

test('gaps and overlaps are told apart', () => {
  expect(coverageProblems([value(1, '2026-01-01', '2026-01-31'), value(2, '2026-02-01', null)])).toEqual([]);
  expect(coverageProblems([value(1, '2026-01-01', '2026-01-30'), value(2, '2026-02-01', null)])).toEqual(['gap']);
  expect(coverageProblems([value(1, '2026-01-01', null), value(2, '2026-02-01', null)])).toEqual(['overlap']);
});

test('a value holds on its first and its last day', () => {
  const january = value(1, '2026-01-01', '2026-01-31');
  expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => isCurrent(january, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
