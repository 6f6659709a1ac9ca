import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nProvider } from '@irisflow/ui';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { KeysField } from './KeysField.tsx';

afterEach(cleanup);

const Edited = () => {
  const [history, setHistory] = useState<readonly (readonly string[])[]>([[]]);
  const keys = history.at(-1) ?? [];
  return (
    <I18nProvider locale="fr" messages={messages.fr}>
      <KeysField id="roles" label="Rôles" keys={keys} onChange={(next) => setHistory([...history, next])} />
      <output>{keys.join('|')}</output>
      <button type="button" onClick={() => setHistory([[]])}>
        Annuler
      </button>
    </I18nProvider>
  );
};

test('keys are typed one after the other with a comma between; what is undone is gone from the field too', async () => {
  render(<Edited />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/Rôles/), 'partner, witness, partner');
  expect(screen.getByRole('status').textContent).toBe('partner|witness');
  expect(screen.getByLabelText(/Rôles/)).toHaveProperty('value', 'partner, witness, partner');
  await user.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(screen.getByLabelText(/Rôles/)).toHaveProperty('value', '');
});
