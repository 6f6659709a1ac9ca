import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { accountantSession } from '../testing/sample-views.ts';

afterEach(() => {
  closeDesk();
  vi.unstubAllGlobals();
});

const nothing = { items: [], total: 0, nextCursor: null, rest: '0.00' };

test('a list is narrowed down as its address says, and the address follows what is chosen', async () => {
  const asked: string[] = [];
  const { user } = openDesk({
    address: '/desk/money?filter=refund&search=boulangerie&sort=unknown',
    session: accountantSession,
    answers: {
      'GET /api/receivables': ({ query }) => {
        asked.push(`${query['filter']}: ${query['search']}`);
        return { body: nothing };
      },
    },
  });
  const state = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Situation' });
  expect(state.value).toBe('refund');
  await waitFor(() => expect(asked).toEqual(['refund: boulangerie']));

  await user.selectOptions(state, 'overdue');

  expect(window.location.search).toBe('?filter=overdue&search=boulangerie&sort=unknown');
  await waitFor(() => expect(asked.at(-1)).toBe('overdue: boulangerie'));
});
