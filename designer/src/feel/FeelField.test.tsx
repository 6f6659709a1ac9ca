import { I18nProvider } from '@irisflow/ui';
import type { Knowledge } from '@irisflow/names';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { FeelField } from './FeelField.tsx';

afterEach(cleanup);

const income = {
  name: 'income',
  type: { kind: 'number', isMoney: true },
  label: { fr: 'Revenu', nl: 'Inkomen', en: 'Income' },
} as const;
const knowledge: Knowledge = {
  isOpen: false,
  names: new Map([
    [
      'application',
      {
        name: 'application',
        type: { kind: 'context', isOpen: false, fields: [income] },
        label: { fr: 'Demande', nl: 'Aanvraag', en: 'Application' },
        origins: [],
        isCertain: true,
      },
    ],
  ]),
};

const Edited = () => {
  const [value, setValue] = useState('');
  return (
    <I18nProvider locale="nl" messages={messages.nl}>
      <FeelField
        label="Voorwaarde"
        value={value}
        knowledge={knowledge}
        sample={{ application: { income: 1250 } }}
        onChange={setValue}
      />
    </I18nProvider>
  );
};

test('a name is found by its words, completed by the keys, and tried on a sample', async () => {
  render(<Edited />);
  const user = userEvent.setup();
  const field = screen.getByLabelText('Voorwaarde');
  await user.type(field, 'Inko');
  expect(screen.getByRole('option', { name: /Inkomen application.income/ })).not.toBeNull();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(field).toHaveProperty('value', 'application.income');
  await user.type(field, ' > 1000');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(screen.getByText('ja')).not.toBeNull();
  expect(screen.getByText('application.income = 1250')).not.toBeNull();
});

test('a name that nothing produces is told in the language of the reader, with the nearest one', async () => {
  render(<Edited />);
  const user = userEvent.setup();
  const field = screen.getByLabelText('Voorwaarde');
  await user.type(field, 'application.incom > 5{Escape}');
  expect(screen.getByText(/Niets geeft “application.incom” een waarde/)).not.toBeNull();
  await user.click(screen.getByRole('button', { name: 'Bedoelde u “application.income”?' }));
  expect(field).toHaveProperty('value', 'application.income > 5');
});
