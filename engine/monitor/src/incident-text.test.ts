import { expect, test } from 'vitest';
import { incidentText } from './incident-text.ts';

test.each([
  ['JOB_NO_RETRIES', 'UNAVAILABLE: Expected the register to answer, but it did not.', /service .* ne répond pas/],
  ['JOB_NO_RETRIES', 'broken', /échoué plusieurs fois/],
  ['JOB_NO_RETRIES', 'The platform refused: LETTER_INVALID Expected a value of values.amount', /courrier/],
  ['CONDITION_ERROR', 'Expected a boolean', /règle du processus/],
  ['DECISION_EVALUATION_ERROR', 'x', /table de décision/],
  ['SOMETHING_NEW', 'x', /s’est arrêté ici/],
])('an incident %s is told in the reader’s words', (type, message, said) => {
  const text = incidentText(type, message);
  expect(text.fr).toMatch(said);
  expect(text.nl).not.toBe(text.fr);
  expect(text.en).not.toBe(text.nl);
});
