import { installPlatform, refusal } from '@irisflow/frame/testing';
import {
  createQueryClient,
  type OnlinePaymentView,
  type OwedView,
  type PayoutView,
  type ReceivableSummary,
} from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadPortalTexts } from '../texts/portal-texts.ts';
import { MyPaymentPage } from './MyPaymentPage.tsx';
import { MyPaymentsPage } from './MyPaymentsPage.tsx';
import { OnlineReturnPage } from './OnlineReturnPage.tsx';

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
  disputedOn: null,
  state: 'partlyPaid',
  amount: '125.00',
  paid: '25.50',
  rest: '99.50',
  refundDue: '0.00',
  next: { amount: '99.50', dueOn: '2026-12-02' },
};
const settled: ReceivableSummary = {
  ...summary,
  id: 's'.repeat(22),
  label: text('Amende'),
  state: 'paid',
  paid: '125.00',
  rest: '0.00',
  next: null,
};
const late: ReceivableSummary = {
  ...summary,
  id: 'l'.repeat(22),
  label: text('Récupération'),
  dueOn: '2026-10-01',
  state: 'overdue',
  next: { amount: '99.50', dueOn: '2026-10-01' },
};
const owed: OwedView = {
  ...summary,
  legalReference: 'Ordonnance du 1er janvier 2020, art. 3',
  payee: { iban: 'BE68 5390 0754 7034', name: 'Bruxelles Mobilité', revision: 1 },
  plan: {
    grantedOn: '2026-11-03',
    fallenOn: null,
    fallsOn: null,
    installments: [
      { number: 1, dueOn: '2026-12-02', amount: '25.50', isPaid: true },
      { number: 2, dueOn: '2027-01-04', amount: '99.50', isPaid: false },
    ],
  },
  payments: [{ day: '2026-11-05', amount: '25.50' }],
  steps: [
    { step: 'overdue', day: '2026-12-03' },
    { step: 'reminder', day: '2026-12-18' },
  ],
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
  heldOn: null,
  iban: 'BE68 5390 0754 7034',
};

const offline: OnlinePaymentView = { payable: null, latest: null };
const away = refusal(503, 'PROVIDER_UNAVAILABLE');
const latest = { amount: '99.50', received: null, startedAt: '2026-11-25T09:00:00.000Z' } as const;

interface Mine {
  readonly online?: OnlinePaymentView;
  readonly owes?: OwedView;
  readonly payments?: readonly ReceivableSummary[];
  readonly payouts?: readonly PayoutView[];
}

const show = async (
  page: ReactNode,
  { payments = [settled, summary, late], payouts = [], online = offline, owes = owed }: Mine = {},
) => {
  const replies: Readonly<Record<string, unknown>> = {
    '/api/my/payments': payments,
    '/api/my/payouts': payouts,
    [`/api/my/payments/${id}/online`]: online,
    [`/api/my/payments/${id}/online/return`]: online,
  };
  installPlatform(({ path, method }) =>
    method === 'POST' && path.endsWith('/online') ? away : { body: replies[path] ?? owes },
  );
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

  test('of what is paid in parts the next one is asked, by its own day', async () => {
    const next = { amount: '20.00', dueOn: '2027-01-04' };
    const inParts = { ...summary, state: 'inInstallments', dueOn: '2026-11-01', next } as const;
    await show(<MyPaymentsPage />, { payments: [inParts, late] });
    expect(await screen.findByText('20,00 € à payer au plus tard le 4 janvier 2027')).toBeTruthy();
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Récupération',
      'Redevance de plaque',
    ]);
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
    expect(screen.getByText('Rappel le 18 décembre 2026')).toBeTruthy();
  });

  test('one that is paid in parts says how much by when, and not all that is left by that day', async () => {
    const next = { amount: '20.00', dueOn: '2027-01-04' };
    await show(<MyPaymentPage receivableId={id} />, { owes: { ...owed, state: 'inInstallments', next } });
    expect((await screen.findByText('Prochaine part')).parentElement?.textContent).toMatch(
      /20,00.€ à payer au plus tard le 4 janvier 2027/,
    );
    expect(screen.queryByText('À payer au plus tard le')).toBeNull();
  });

  test('where it is paid online, what is due is named; a provider that is away leaves the transfer', async () => {
    const { user } = await show(<MyPaymentPage receivableId={id} />, { online: { payable: '99.50', latest: null } });
    await user.click(await screen.findByRole('button', { name: /^Payer .* en ligne$/ }));
    expect(await screen.findByText(/La page de paiement ne répond pas/)).toBeTruthy();
    expect(screen.getByText('Bruxelles Mobilité')).toBeTruthy();
  });

  test('where nothing is paid online, nothing says so', async () => {
    await show(<MyPaymentPage receivableId={id} />);
    await screen.findByText('Bruxelles Mobilité');
    expect(screen.queryByText('Payer en ligne')).toBeNull();
  });

  test.each([
    ['open', null, '99.50', 'Votre paiement est en cours de confirmation'],
    ['paid', '99.50', null, 'Votre paiement est reçu'],
    ['refused', null, '99.50', 'Votre paiement a été refusé'],
    ['abandoned', null, '99.50', 'Vous n’avez pas payé'],
    ['expired', null, '99.50', 'La page de paiement est fermée'],
  ] as const)('who comes back reads that it is %s', async (state, received, payable, said) => {
    await show(<OnlineReturnPage receivableId={id} />, {
      online: { payable, latest: { ...latest, state, received } },
    });
    expect(await screen.findByText(said)).toBeTruthy();
    const again = screen.queryByRole('button', { name: /^Payer .* en ligne$/ });
    expect(again !== null).toBe(payable !== null && state !== 'open');
  });

  test('half of it received says what is left', async () => {
    await show(<OnlineReturnPage receivableId={id} />, {
      online: { payable: '49.75', latest: { ...latest, state: 'paid', received: '49.75' } },
    });
    expect(await screen.findByText(/Il reste 49,75 € à payer/)).toBeTruthy();
  });
});
