import { writeDmn } from '@irisflow/dmn';
import { expect, test } from 'vitest';
import { playTests } from './played-tests.ts';

const xml = writeDmn({
  id: 'rules',
  decisions: [
    {
      id: 'verdict',
      name: 'Verdict',
      logic: {
        inputs: [{ expression: 'income' }],
        outputs: [{ name: 'grant', typeRef: 'boolean' }],
        rules: [
          ['<= parameters.ceiling', 'true'],
          ['> parameters.ceiling', 'false'],
        ],
      },
    },
  ],
});
const parameters = JSON.stringify([
  {
    key: 'ceiling',
    values: [
      { value: 100, validFrom: '2025-01-01', validTo: '2025-12-31' },
      { value: 120, validFrom: '2026-01-01', validTo: null },
    ],
  },
]);
const line = (on: string) => ({ decision: 'verdict', on, given: { income: 110 }, expected: true });

test('each line is played with the amounts of its day, under the name of its decision', () => {
  const played = playTests({ xml, parameters, tests: [line('2025-06-01'), line('2026-06-01')] });
  expect(played.map(({ decision, outcome }) => [decision, outcome?.state])).toEqual([
    ['Verdict', 'red'],
    ['Verdict', 'green'],
  ]);
});

test('a file of decisions that nobody can read has lines without an outcome', () => {
  expect(playTests({ xml: '<', parameters, tests: [line('2026-06-01')] })).toEqual([
    { decision: 'verdict', outcome: null },
  ]);
});
