import type { CaseView, TermView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const same = (text: string) => ({ fr: text, nl: text, en: text });

const decision: TermView = {
  id: 't1',
  key: 'decision',
  label: same('Délai de décision'),
  kind: 'workingDays',
  length: 60,
  state: 'suspended',
  startedOn: '2026-11-02',
  dueOn: '2027-01-29',
  endedOn: null,
  remainingDays: 50,
  suspendedDays: 0,
  suspensions: [
    { kind: 'suspension', from: '2026-11-12', to: null, reason: '', requestId: 'r1' },
    { kind: 'interruption', from: '2026-11-04', to: '2026-11-06', reason: 'nouveaux faits', requestId: null },
  ],
  binds: 'administration',
  isServiceTarget: false,
  effect: 'tacitGrant',
  legalRef: { fr: 'art. 9', nl: 'art. 9', en: 'art. 9' },
};
const answer: TermView = {
  ...decision,
  id: 't2',
  key: 'information',
  label: same('Délai de réponse'),
  kind: 'calendarDays',
  length: 30,
  state: 'running',
  remainingDays: 8,
  dueOn: '2026-12-14',
  suspensions: [],
  binds: 'applicant',
  effect: 'none',
};
const target: TermView = { ...answer, id: 't4', key: 'service', label: same('Objectif'), isServiceTarget: true };
const before: TermView = { ...answer, id: 't3', state: 'met', endedOn: '2026-11-05' };

const file: CaseView = {
  ...sampleCase,
  term: decision,
  terms: [answer, target, decision, before],
  informationRequests: [
    {
      id: 'r1',
      items: [],
      note: null,
      askedAt: '2026-11-12T08:00:00Z',
      dueOn: '2026-12-14',
      state: 'open',
      answeredAt: null,
      answer: null,
    },
  ],
};

const openTerms = async () => {
  const { user } = openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: { 'GET /api/cases/c1': () => ({ body: file }) },
  });
  const heading = await screen.findByRole('heading', { name: 'Délai' });
  return { user, card: within(heading.closest('section') as HTMLElement) };
};

describe('the terms of a case', () => {
  test('say since when and why one stands still, what it keeps, and what silence means', async () => {
    const { card } = await openTerms();
    expect(card.getByText('Il reste 50 jours ouvrables à la reprise.', { exact: false })).toBeTruthy();
    expect(card.getByText('Suspendu depuis le 12/11/2026', { exact: false }).textContent).toContain(
      'renseignements demandés le 12/11/2026',
    );
    expect(
      card.getByText('Interrompu du 04/11/2026 au 06/11/2026, puis recommencé', { exact: false }).textContent,
    ).toContain('nouveaux faits');
    expect(card.getByText('Sans décision à temps, la demande est accordée.')).toBeTruthy();
  });

  test('show those that run and keep those that ended for whoever wants them', async () => {
    const { user, card } = await openTerms();
    expect(card.getAllByText('Délai de réponse')).toHaveLength(2);
    expect(card.getAllByText('8 jours')).toHaveLength(2);
    expect(card.getByText('Objectif').textContent).toContain('Objectif de service');
    await user.click(card.getByText('1 délai antérieur'));
    expect(card.getByText('Respecté le 05/11/2026')).toBeTruthy();
  });
});
