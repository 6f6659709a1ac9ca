import { writeDmn } from '@irisflow/dmn';
import { expect, test } from 'vitest';
import { playDecisionTests } from './play-decision-tests.ts';

const fee = writeDmn({
  id: 'drg',
  decisions: [
    {
      id: 'fee',
      logic: { inputs: [{ expression: 'days' }], outputs: [{ name: 'fee' }], rules: [['-', 'parameters.fee.low']] },
    },
  ],
});

const text = { fr: 'x', nl: 'x', en: 'x' };
const parameters = JSON.stringify([
  {
    key: 'fee.low',
    label: text,
    unit: 'EUR',
    values: [
      { value: 5, validFrom: '2025-01-01', validTo: '2025-12-31', legalRef: 'x' },
      { value: 6, validFrom: '2026-01-01', validTo: null, legalRef: 'x' },
    ],
  },
]);

const table = (tests: readonly object[]): string => JSON.stringify({ kind: 'decision-tests', formatVersion: 1, tests });

const on = (day: string, expected: number) => ({ decision: 'fee', on: day, given: { days: 3 }, expected });

const play = (content: string, path = 'tests/fee.tests.json') =>
  playDecisionTests([
    { path: 'fee.dmn', content: fee },
    { path: 'parameters.json', content: parameters },
    { path, content },
  ]);

test('each line is played with the amounts of its day, and what came out instead is told', () => {
  expect(play(table([on('2025-06-01', 5), on('2026-01-01', 6), on('2026-01-01', 5)]))).toEqual([
    { title: 'tests/fee.tests.json, line 1: fee on 2025-06-01', difference: null },
    { title: 'tests/fee.tests.json, line 2: fee on 2026-01-01', difference: null },
    { title: 'tests/fee.tests.json, line 3: fee on 2026-01-01', difference: 'Expected 5, but found 6' },
  ]);
});

test('a table that cannot be read, or that tests nothing of the folder, is told', () => {
  expect(play('{')).toEqual([
    { title: 'tests/fee.tests.json', difference: 'Expected a test table, but it cannot be read' },
  ]);
  expect(play(table([on('2026-01-01', 6)]), 'tests/other.tests.json')).toMatchObject([
    { difference: 'Expected decisions in other.dmn, but found none' },
  ]);
});
