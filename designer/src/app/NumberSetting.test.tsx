import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { NumberSetting } from './NumberSetting.tsx';

afterEach(cleanup);

const open = (inputMode: 'numeric' | 'decimal') => {
  const kept: number[] = [];
  const Setting = () => {
    const [value, setValue] = useState(30);
    const change = (next: number): void => {
      kept.push(next);
      setValue(next);
    };
    return <NumberSetting id="days" inputMode={inputMode} label="Délai" value={value} onChange={change} />;
  };
  render(
    <I18nProvider locale="fr" messages={messages.fr}>
      <Setting />
    </I18nProvider>,
  );
  return { kept, user: userEvent.setup(), field: screen.getByLabelText<HTMLInputElement>('Délai') };
};

test('a number that is emptied to write another never becomes nought', async () => {
  const { kept, user, field } = open('numeric');
  await user.clear(field);
  expect(field.value).toBe('');
  expect(screen.queryByText(/Écrivez un nombre entier/)).not.toBeNull();
  await user.type(field, '45');
  expect(field.value).toBe('45');
  expect(screen.queryByText(/Écrivez un nombre entier/)).toBeNull();
  expect(kept).toEqual([4, 45]);
});

test('a fraction is taken where the file may hold one, and told where it may not', async () => {
  const whole = open('numeric');
  await whole.user.clear(whole.field);
  await whole.user.type(whole.field, '2,5');
  expect(screen.queryByText(/Écrivez un nombre entier/)).not.toBeNull();
  cleanup();
  const amount = open('decimal');
  await amount.user.clear(amount.field);
  await amount.user.type(amount.field, '2,5');
  expect(amount.kept.at(-1)).toBe(2.5);
  expect(screen.queryByText(/Écrivez un nombre/)).toBeNull();
});
