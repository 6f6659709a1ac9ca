import { parseDmn, writeDmn } from '@irisflow/dmn';
import { expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintDecisionTests } from './lint-decision-tests.ts';

const parsed = parseDmn(writeDmn({ id: 'drg', decisions: [{ id: 'fee', logic: '1' }] }));
if (!parsed.ok) throw new Error('Expected a decision.');
const decisions = [{ path: 'fee.dmn', requirements: parsed.requirements }];

const codesOf = (content: string): string[] =>
  lintDecisionTests(readFolder([{ path: 'tests/fee.tests.json', content }]), decisions).map(({ code }) => code);

const table = (decision: string): string =>
  JSON.stringify({
    kind: 'decision-tests',
    formatVersion: 1,
    tests: [{ decision, on: '2026-01-01', given: {}, expected: 1 }],
  });

test.each([
  ['a line about a decision of the file', table('fee'), []],
  ['a line about another one', table('gone'), ['DECISION_TEST_UNKNOWN']],
  ['no test table', '{}', ['DECISION_TESTS_UNREADABLE']],
])('given %s, then what is wrong is said', (_, content, codes) => {
  expect(codesOf(content)).toEqual(codes);
});
