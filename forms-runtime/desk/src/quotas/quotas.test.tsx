import type { QuotaView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const head = {
  procedureKey: 'market',
  quotaKey: 'flagey',
  name: text('Emplacements de la place Flagey'),
  procedure: text('Marchés'),
  ceiling: 2,
  reserved: 1,
  held: 2,
  waiting: 1,
};
const cause = { caseId: 'c2', reference: 'BH-MA-2026-000002-20' };
const waiting = {
  id: 'p2',
  ...cause,
  applicant: 'Noa Peeters',
  position: 1,
  reservedUntil: null,
  askedAt: '2026-03-02T09:00:00.000Z',
};
const quota: QuotaView = {
  ...head,
  ceilings: [{ ceiling: 2, validFrom: '2026-01-01', validTo: null, legalRef: 'Règlement 1' }],
  reservations: [],
  line: [waiting],
  events: [{ sequence: 4, at: waiting.askedAt, act: 'waiting', taken: 3, waiting: 1, ceiling: 2, cause }],
};

const answers = (view: QuotaView): Answers => ({
  'GET /api/quotas': () => ({ body: [head] }),
  'GET /api/quotas/market/flagey': () => ({ body: view }),
});

describe('quotas on the desk', () => {
  test('are listed with how they stand, and never show fewer than no free places', async () => {
    openDesk({ address: '/desk/quotas', session: agentSession, answers: answers(quota) });
    const link = await screen.findByRole('link', { name: 'Emplacements de la place Flagey' });
    const row = link.closest('tr');
    expect(row?.textContent).toMatch(/Marchés.*2.*2.*1.*0.*1/);
  });

  test('show who waits in which order, what happened, and why nothing is offered', async () => {
    openDesk({ address: '/desk/quotas/market/flagey', session: agentSession, answers: answers(quota) });
    const line = within(await screen.findByRole('region', { name: 'Liste d’attente' }));
    expect(line.getByRole('link', { name: cause.reference })).toBeTruthy();
    expect(line.getByText('Noa Peeters')).toBeTruthy();
    expect(screen.getByText(/Plus de places sont prises/)).toBeTruthy();
    expect(screen.getByText('Aucune place n’est réservée.')).toBeTruthy();
    expect(screen.getByText('Mis sur la liste d’attente')).toBeTruthy();
    expect(screen.getByText(/Places prises.: 3 sur 2, en attente.: 1/)).toBeTruthy();
  });

  test('say that nothing says how many places there are', async () => {
    const view = { ...quota, ceiling: null, line: [], events: [] };
    openDesk({ address: '/desk/quotas/market/flagey', session: agentSession, answers: answers(view) });
    expect(await screen.findByText(/ne dit pas combien de places/)).toBeTruthy();
    expect(screen.getByText('Personne n’attend.')).toBeTruthy();
    expect(screen.getByText('Personne n’a encore demandé de place.')).toBeTruthy();
  });
});
