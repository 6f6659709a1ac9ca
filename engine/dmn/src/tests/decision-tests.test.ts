import { describe, expect, test } from 'vitest';

import { parseDmn, playDecisionTest, readDecisionTests, writeDmn } from '@irisflow/dmn';
import type { DecisionTest } from '@irisflow/dmn';

const parsed = parseDmn(
  writeDmn({
    id: 'drg',
    decisions: [
      {
        id: 'fee',
        logic: {
          inputs: [{ expression: 'application.days' }],
          outputs: [{ name: 'amount' }, { name: 'until' }],
          rules: [
            ['< 10', 'parameters.fee.low', 'today()'],
            ['>= 10', 'parameters.fee.high', 'null'],
          ],
        },
      },
    ],
  }),
);
if (!parsed.ok) throw new Error('Expected a decision.');
const { requirements } = parsed;
const parameters = { fee: { low: 5, high: 8 } };
const line: DecisionTest = { decision: 'fee', on: '2026-03-01', given: { application: { days: 9 } } };
const play = (more: Partial<DecisionTest>) => playDecisionTest(requirements, { ...line, ...more }, parameters);

describe('a line of a test table', () => {
  test('given what the decision answers on its day, then it is green and tells the rule', () => {
    expect(play({ expected: { until: '2026-03-01', amount: 5 } })).toMatchObject({ state: 'green', rules: [1] });
  });

  test('given another answer, then it is red and shows the true one', () => {
    const given = { application: { days: 10 } };

    expect(play({ given, expected: { amount: 5, until: null } })).toMatchObject({
      state: 'red',
      output: { amount: 8, until: null },
      rules: [2],
    });
  });

  test('given no expectation, then it promises nothing', () => {
    expect(play({})).toMatchObject({ state: 'open', output: { amount: 5 } });
  });

  test('given a decision that is no longer there, then it is red with the reason', () => {
    expect(play({ decision: 'gone', expected: null })).toMatchObject({
      state: 'red',
      failure: expect.stringContaining('gone') as string,
    });
  });
});

test.each([
  ['no JSON', '{'],
  ['another file', '{"kind":"form"}'],
  ['a line without a day', '{"kind":"decision-tests","formatVersion":1,"tests":[{"decision":"fee","given":{}}]}'],
  [
    'a line of a day that is in no calendar',
    '{"kind":"decision-tests","formatVersion":1,"tests":[{"decision":"fee","on":"2026-02-30","given":{}}]}',
  ],
  [
    'a line of a month that is in no calendar',
    '{"kind":"decision-tests","formatVersion":1,"tests":[{"decision":"fee","on":"9999-99-99","given":{}}]}',
  ],
])('given %s, then it is no test table', (_, text) => {
  expect(readDecisionTests(text)).toBeNull();
});

test('given a test table, then its lines', () => {
  const tests = { kind: 'decision-tests', formatVersion: 1, tests: [line] };

  expect(readDecisionTests(JSON.stringify(tests))).toEqual(tests);
});
