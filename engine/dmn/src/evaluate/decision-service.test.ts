import { expect, test } from 'vitest';

import { evaluateDecision, parseDmn, writeDmn } from '@irisflow/dmn';
import type { DmnDraft } from '@irisflow/dmn';

const parse = (draft: Omit<DmnDraft, 'id'>) => parseDmn(writeDmn({ id: 'drg', ...draft }));

const evaluate = (draft: Omit<DmnDraft, 'id'>, id: string, variables: Record<string, unknown> = {}) => {
  const parsed = parse(draft);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return evaluateDecision(parsed.requirements, id, { variable: (name) => variables[name], now: 0 });
};

const rent = {
  inputData: [{ id: 'income', name: 'income' }],
  decisions: [
    { id: 'rate', logic: '0.1' },
    { id: 'amount', requires: ['rate'], inputs: ['income'], logic: 'income * rate' },
    { id: 'isLow', inputs: ['income'], logic: 'income < 1000' },
    { id: 'outside', requires: ['rate'], knowledge: ['rents'], logic: '[rents(income: 500, rate: 0.5), rate]' },
  ],
  services: [
    { id: 'rents', outputs: ['amount'], inputDecisions: ['rate'], inputData: ['income'] },
    { id: 'both', outputs: ['amount', 'isLow'], inputData: ['income'] },
  ],
};

test('given a service with several outputs, then it answers a context by their names', () => {
  expect(evaluate(rent, 'both', { income: 500 })).toMatchObject({ output: { amount: 50, isLow: true } });
});

test('given a service evaluated by its id, then its input decisions come from outside', () => {
  expect(evaluate(rent, 'rents', { income: 500, rate: 0.2 })).toMatchObject({
    output: 100,
    trace: [{ decisionId: 'amount' }],
  });
});

test('given a service called from FEEL, then what it is given stays inside', () => {
  expect(evaluate(rent, 'outside')).toMatchObject({ output: [250, 0.1] });
});

test('given a service that warns, then the decision that calls it tells', () => {
  const decisions = [
    { id: 'inner', logic: '1 + missing' },
    { id: 'outer', knowledge: ['service'], logic: 'service()' },
  ];
  const result = evaluate({ decisions, services: [{ id: 'service', outputs: ['inner'] }] }, 'outer');

  expect(result).toMatchObject({ output: null, trace: [{ decisionId: 'outer' }] });
  expect(result.trace[0]?.warnings.map(({ text }) => text)).toEqual(['VARIABLE_MISSING', 'OPERANDS_WRONG']);
});

test('given a service that fails, then the decision that calls it fails with the reason', () => {
  const decisions = [
    { id: 'inner', logic: 'assert(1, false, "no income")' },
    { id: 'outer', knowledge: ['service'], logic: 'service()' },
  ];
  const result = evaluate({ decisions, services: [{ id: 'service', outputs: ['inner'] }] }, 'outer');

  expect(result).toMatchObject({ ok: false, failedDecisionId: 'outer' });
  expect(!result.ok && result.message).toContain('no income');
});

test('given a service that calls itself through a decision, then the file is refused', () => {
  const decisions = [{ id: 'd', knowledge: ['service'], logic: 'service()' }];

  expect(parse({ decisions, services: [{ id: 'service', outputs: ['d'] }] })).toMatchObject({
    ok: false,
    problems: [{ code: 'DMN_CYCLE', message: expect.stringContaining('d') as string }],
  });
});

test('given an input decision without logic, then the caller of the service gives it, and nobody else can', () => {
  const xml = writeDmn({
    id: 'drg',
    decisions: [
      { id: 'opinion', logic: '"never"' },
      { id: 'result', requires: ['opinion'], logic: 'opinion' },
    ],
    services: [{ id: 'assess', outputs: ['result'], inputDecisions: ['opinion'] }],
  }).replace(/<literalExpression(?:(?!<\/literalExpression>)[^])*never[^]*?<\/literalExpression>/, '');
  const parsed = parseDmn(xml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const outputOf = (id: string) =>
    evaluateDecision(parsed.requirements, id, {
      variable: (name) => (name === 'opinion' ? 'good' : undefined),
      now: 0,
    });

  expect(outputOf('assess')).toMatchObject({ output: 'good' });
  expect(outputOf('result')).toMatchObject({ output: null });
});
