import type { RightDescription } from '@irisflow/procedures';
import { expect, test } from 'vitest';
import { viewValues } from './view-values.ts';

const label = { fr: 'Montant', nl: 'Bedrag', en: 'Amount' };
const kind = {
  data: {
    type: 'object',
    properties: {
      amount: { type: 'string', format: 'money', label },
      account: { type: 'string', internal: true, label },
    },
  },
} as unknown as RightDescription;

test('what is for processes alone is on no page', () => {
  const values = viewValues(kind, { amount: '120.00', account: 'BE54000000000097' });
  expect(values.map(({ name }) => name)).toEqual(['amount']);
});
