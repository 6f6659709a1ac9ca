import type { BudgetLineView, BudgetView, EngagementView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { accountantSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const lineId = 'l'.repeat(22);
const sums = {
  engagementCredit: '1000.00',
  engaged: '600.00',
  available: '400.00',
  carriedIn: '0.00',
  carriedOut: '0.00',
  liquidationCredit: '800.00',
  liquidated: '250.00',
  paid: '200.00',
  toLiquidate: '550.00',
  outstanding: '350.00',
};
const summary = {
  ...sums,
  id: lineId,
  code: '25.003.31.01',
  year: 2026,
  label: { fr: 'Primes', nl: 'Premies', en: 'Primes / Premies' },
  isAsked: true,
};
const budget: BudgetView = { year: 2026, years: [2026], lines: [summary], total: sums };
const line: BudgetLineView = {
  ...summary,
  credits: [
    {
      id: 'c'.repeat(22),
      engagement: '100.00',
      liquidation: '50.00',
      givenOn: '2026-11-20',
      reason: 'Ordonnance du 20 novembre',
      askedAt: '2026-11-25T09:00:00.000Z',
      state: 'asked',
      isOwn: false,
    },
  ],
};
const engagement: EngagementView = {
  id: 'e'.repeat(22),
  caseId: null,
  label: { fr: 'Prime de façade', nl: 'Gevelpremie', en: 'Grant' },
  openedAt: '2026-11-25T09:00:00.000Z',
  state: 'open',
  amount: '600.00',
  liquidated: '250.00',
  paid: '200.00',
  rest: '350.00',
};
const answers: Answers = {
  'GET /api/budget': () => ({ body: budget }),
  [`GET /api/budget/lines/${lineId}`]: () => ({ body: line }),
  [`GET /api/budget/lines/${lineId}/engagements`]: () => ({
    body: { items: [engagement], total: 1, nextCursor: null },
  }),
  [`GET /api/budget/lines/${lineId}/movements`]: () => ({ body: { items: [], total: 0, nextCursor: null } }),
};

const open = (address: string, more: Answers = {}) =>
  openDesk({ address, session: accountantSession, answers: { ...answers, ...more } });

const expectAccessible = async (): Promise<void> => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((violation) => violation.id)).toEqual([]);
};

describe('the budget on the desk', () => {
  test('shows what each line holds and what is left of it, and gives it as a file', async () => {
    open('/desk/money/budget?year=2026');
    const link = await screen.findByRole('link', { name: '25.003.31.01' });
    expect(link.getAttribute('href')).toBe(`/desk/money/budget/${lineId}`);
    expect(screen.getAllByText(/^400,00\s€$/).length).toBeGreaterThan(0);
    const file = screen.getByRole('link', { name: 'Exporter en CSV' });
    expect(file.getAttribute('href')).toBe('/api/budget/export?year=2026&language=fr');
    await expectAccessible();
  });

  test('a change of credits that a colleague asked is approved after a question', async () => {
    const { user, seen } = open(`/desk/money/budget/${lineId}`, {
      [`POST /api/budget/credits/${'c'.repeat(22)}/decision`]: () => ({ body: { ...line, credits: [] } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Approuver' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/Ordonnance du 20 novembre/)).toBeTruthy();
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Approuver' }));
    await screen.findByText('Modification approuvée');
    expect(seen.find(({ method }) => method === 'POST')?.path).toContain('/decision');
  });

  test('an engagement has its day in Brussels, and leads nobody to a case that they may not open', async () => {
    const late = { ...engagement, caseId: 'k'.repeat(22), openedAt: '2026-11-25T23:30:00.000Z' };
    open(`/desk/money/budget/${lineId}`, {
      [`GET /api/budget/lines/${lineId}/engagements`]: () => ({ body: { items: [late], total: 1, nextCursor: null } }),
    });
    expect(await screen.findByText('Prime de façade')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Prime de façade' })).toBeNull();
    expect(screen.getByText('26/11/2026')).toBeTruthy();
  });

  test('an engagement is closed with a reason, and says before what goes back', async () => {
    const { user } = open(`/desk/money/budget/${lineId}`, {
      [`POST /api/budget/engagements/${engagement.id}/closing`]: () => ({ body: line }),
    });
    await user.click(await screen.findByRole('button', { name: 'Clôturer' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/^350,00\s€ retournent/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Clôturer' }));
    expect(await dialog.findByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox'), 'Plus nécessaire');
    await user.click(dialog.getByRole('button', { name: 'Clôturer' }));
    await screen.findByText('Engagement clôturé');
  });

  test('what is left of a year goes over after a look at it', async () => {
    const preview = { year: 2025, lines: [{ ...summary, engagements: 2, amount: '350.00', isNew: true }] };
    const { user, seen } = open('/desk/money/budget?year=2025', {
      'GET /api/budget/carry-over': () => ({ body: { ...preview, engagements: 2, amount: '350.00' } }),
      'POST /api/budget/carry-over': () => ({ body: { ...preview, engagements: 2, amount: '350.00' } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Reporter les engagements' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText(/^2\sengagements, 350,00\s€$/)).toBeTruthy();
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Reporter les engagements' }));
    await screen.findByText('Engagements reportés');
    expect(seen.find(({ method }) => method === 'POST')?.path).toBe('/api/budget/carry-over');
  });
});
