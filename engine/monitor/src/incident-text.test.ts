import { expect, test } from 'vitest';
import { incidentText } from './incident-text.ts';

test.each([
  ['JOB_NO_RETRIES', 'UNAVAILABLE: Expected the register to answer, but it did not.', /service .* does not answer/],
  ['JOB_NO_RETRIES', 'broken', /failed several times/],
  ['JOB_NO_RETRIES', 'The platform refused: LETTER_INVALID Expected a value of values.amount', /letter/],
  ['JOB_NO_RETRIES', 'Expected to set the electronic seal of housing, but: …', /seal/],
  ['CONDITION_ERROR', 'Expected a boolean', /rule of the process/],
  ['DECISION_EVALUATION_ERROR', 'x', /decision table/],
  ['SOMETHING_NEW', 'x', /stopped here/],
])('an incident %s is told in the reader’s words', (type, message, said) => {
  const text = incidentText(type, message);
  expect(text.en).toMatch(said);
  expect(text.nl).not.toBe(text.fr);
  expect(text.en).not.toBe(text.nl);
});
