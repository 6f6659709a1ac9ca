import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { OtherKey } from './OtherKey.tsx';

afterEach(cleanup);

test('asks for a key until it is one, and passes it on', async () => {
  const chosen: string[] = [];
  render(
    <I18nProvider locale="nl" messages={messages.nl}>
      <OtherKey busy={false} onChoose={(key) => chosen.push(key)} />
    </I18nProvider>,
  );
  const user = userEvent.setup();
  const field = screen.getByLabelText(/Sleutel/);
  await user.type(field, 'Ride aid');
  await user.click(screen.getByRole('button', { name: 'Onder deze sleutel importeren' }));
  expect(chosen).toEqual([]);
  expect(screen.getByText(/Begin met een letter/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'ride-aid');
  await user.click(screen.getByRole('button', { name: 'Onder deze sleutel importeren' }));
  expect(chosen).toEqual(['ride-aid']);
});
