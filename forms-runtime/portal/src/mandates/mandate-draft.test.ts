import { expect, test } from 'vitest';
import { checkMandate, emptyMandate, mandateBody, type MandateDraft } from './mandate-draft.ts';

const today = '2026-11-25';
const right: MandateDraft = {
  ...emptyMandate(today),
  mandatee: 'Drissa Traoré',
  nationalNumber: '85.01.01-123.87',
  procedures: ['rent-aid'],
};

test('a mandate that is complete has nothing wrong', () => {
  expect(checkMandate(right, today)).toEqual({});
  expect(mandateBody(right)).toMatchObject({ procedures: ['rent-aid'], mayDelegate: false, validTo: null });
});

test.each([
  [{ mandatee: ' ' }, { mandatee: 'mandate.mandatee.missing' }],
  [{ nationalNumber: '85.01.01-123.88' }, { nationalNumber: 'mandate.number.wrong' }],
  [{ procedures: [] }, { procedures: 'mandate.procedures.missing' }],
  [{ validFrom: undefined }, { validFrom: 'mandate.day.wrong' }],
  [{ validFrom: '2026-11-24' }, { validFrom: 'mandate.validFrom.past' }],
  [{ validTo: '2026-11-24' }, { validTo: 'mandate.validTo.early' }],
  [{ validTo: '2026-02-30' }, { validTo: 'mandate.day.wrong' }],
] as const)('%j is told', (changed, problems) => {
  expect(checkMandate({ ...right, ...changed }, today)).toEqual(problems);
});

test('only a mandate for everything may be passed on', () => {
  expect(mandateBody({ ...right, mayDelegate: true })).toMatchObject({ mayDelegate: false });
  expect(mandateBody({ ...right, scope: 'all', mayDelegate: true })).toMatchObject({
    procedures: null,
    mayDelegate: true,
  });
});
