import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type OwedView, type PayoutView, type ReceivableSummary } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadPortalTexts } from '../texts/portal-texts.ts';
import { MyPaymentPage } from './MyPaymentPage.tsx';
import { MyPaymentsPage } from './MyPaymentsPage.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'p'.repeat(22);
const summary: ReceivableSummary = {
  id,
  administration: 'brussels-mobility',
  caseId: 'c'.repeat(22),
  kind: 'fee',
  label: text('Redevance de plaque'),
  communication: '+++090/9337/55493+++',
  askedOn: '2026-11-02',
  dueOn: '2026-12-02',
  state: 'partlyPaid',
  amount: '125.00',
  paid: '25.50',
  rest: '99.50',
  refundDue: '0.00',
};
const settled: ReceivableSummary = {
  ...summary,
  id: 's'.repeat(22),
  label: text('Amende'),
  state: 'paid',
  paid: '125.00',
  rest: '0.00',
};
const late: ReceivableSummary = {
  ...summary,
  id: 'l'.repeat(22),
  label: text('Récupération'),
  dueOn: '2026-10-01',
  state: 'overdue',
};
const owed: OwedView = {
  ...summary,
  legalReference: 'Ordonnance du 1er janvier 2020, art. 3',
  payee: { iban: 'BE68 5390 0754 7034', name: 'Bruxelles Mobilité', revision: 1 },
  plan: {
    grantedOn: '2026-11-03',
    fallenOn: null,
    installments: [
      { number: 1, dueOn: '2026-12-02', amount: '25.50', isPaid: true },
      { number: 2, dueOn: '2027-01-04', amount: '99.50', isPaid: false },
    ],
  },
  payments: [{ day: '2026-11-05', amount: '25.50' }],
  transfer: 'BCD\n002\n1\nSCT\n\nBruxelles Mobilité\nBE68539007547034\nEUR99.50\n\n\n+++090/9337/55493+++',
};

const payout: PayoutView = {
  id: 'o'.repeat(22),
  administration: 'brussels-housing',
  label: text('Allocation de loyer'),
  amount: '160.50',
  dueOn: '2026-12-02',
  state: 'gathered',
  endedOn: null,
  iban: 'BE68 5390 0754 7034',
};

interface Mine {
  readonly payments?: readonly ReceivableSummary[];
  readonly payouts?: readonly PayoutView[];
}

const show = async (page: ReactNode, { payments = [settled, summary, late], payouts = [] }: Mine = {}) => {
  const lists: Readonly<Record<string, unknown>> = { '/api/my/payments': payments, '/api/my/payouts': payouts };
  installPlatform(({ path }) => ({ body: lists[path] ?? owed }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadPortalTexts('fr')}>
        <ToastProvider>{page}</ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup() };
};

describe('payments on the portal', () => {
  test('are listed: what is to be paid first, what is late before that', async () => {
    await show(<MyPaymentsPage />);
    await screen.findByRole('link', { name: 'Amende' });
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Récupération',
      'Redevance de plaque',
      'Amende',
    ]);
    expect(screen.getByText('99,50 € à payer au plus tard le 2 décembre 2026')).toBeTruthy();
    expect(screen.getByText('En retard')).toBeTruthy();
  });

  test('where there are none, that is said', async () => {
    await show(<MyPaymentsPage />, { payments: [] });
    expect(await screen.findByText('Vous n’avez rien à payer ni à recevoir')).toBeTruthy();
  });

  test('what I get is told by when it comes, and nothing of the work behind it', async () => {
    const executed = { ...payout, id: 'e'.repeat(22), state: 'executed', endedOn: '2026-11-03' } as const;
    const canceled = { ...payout, id: 'k'.repeat(22), state: 'canceled', label: text('Reprise') } as const;
    await show(<MyPaymentsPage />, { payments: [], payouts: [payout, executed, canceled] });
    expect(await screen.findByText('160,50 € prévu le 2 décembre 2026')).toBeTruthy();
    expect(screen.getByText('160,50 € versé le 3 novembre 2026')).toBeTruthy();
    expect(screen.getAllByText('Sur le compte BE68 5390 0754 7034')).toHaveLength(2);
    expect(screen.queryByText('Reprise')).toBeNull();
  });

  test('one says to whom, how much and what to write, which can be copied and scanned', async () => {
    const { user } = await show(<MyPaymentPage receivableId={id} />);
    expect(await screen.findByRole('heading', { level: 1, name: 'Redevance de plaque' })).toBeTruthy();
    expect(screen.getByText('Bruxelles Mobilité')).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Code QR du virement' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Communication structurée/ }));
    expect(await navigator.clipboard.readText()).toBe('+++090/9337/55493+++');
  });

  test('one says in which parts it may be paid, and what was paid', async () => {
    await show(<MyPaymentPage receivableId={id} />);
    expect(await screen.findByText('99,50 €, à payer')).toBeTruthy();
    expect(screen.getByText('5 novembre 2026')).toBeTruthy();
  });
});
