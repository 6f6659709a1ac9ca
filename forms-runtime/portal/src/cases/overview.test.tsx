import type { MyCaseSummary, ReceivableSummary, TermView } from '@irisflow/client';
import { installPlatform, type SeenRequest } from '@irisflow/frame/testing';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../app/App.tsx';
import { citizenSession, sampleCase } from '../testing/sample-views.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });

const term: TermView = {
  id: 'decision-term-id',
  key: 'decision',
  label: same('Délai de décision'),
  kind: 'calendarDays',
  length: 60,
  state: 'running',
  startedOn: '2026-11-25',
  dueOn: '2027-01-30',
  endedOn: null,
  remainingDays: 64,
  suspensions: [],
  suspendedDays: 6,
  binds: 'administration',
  isServiceTarget: false,
  effect: 'none',
  legalRef: { fr: 'Ord. 2003', nl: 'Ord. 2003', en: 'Ord. 2003' },
};

const running: MyCaseSummary = {
  ...sampleCase,
  id: 'c2',
  reference: 'BH-RA-2026-000043-14',
  status: 'inInstruction',
  awaitsApplicant: false,
  term,
  step: same('Examen du dossier'),
  nextStep: same('Décision'),
  role: null,
  news: { at: '2026-11-26T10:00:00.000Z', text: same('Votre dossier est complet') },
};

const waiting: MyCaseSummary = { ...running, id: 'c1', reference: sampleCase.reference, awaitsApplicant: true };

/** What stands beside a case, when there is nothing of it. */
const asides: Readonly<Record<string, unknown>> = {
  links: { links: [], suspects: [] },
  standstill: { since: null },
  changes: { fields: [], parts: [], changes: [] },
  feedback: { asked: null, given: null },
  facts: { language: 'fr', form: sampleCase.form, data: {}, sources: [], facts: [] },
};

const open = async (path: string, replies: Readonly<Record<string, unknown>>) => {
  installPlatform(async ({ path: asked }: SeenRequest) => {
    if (asked === '/api/session') return { body: citizenSession };
    return { body: replies[asked] ?? asides[asked.split('/').at(-1) ?? ''] ?? [] };
  });
  window.history.replaceState(null, '', path);
  render(<App />);
};

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the overview of my cases', () => {
  test('begins with what waits for me, and says what comes next in each case', async () => {
    await open('/fr/my/cases', { '/api/my/cases': [running, waiting] });
    const todo = await screen.findByRole('region', { name: 'À faire' });
    expect(within(todo).getByText('1 chose attend votre réponse')).not.toBeNull();
    expect(within(todo).getByText(/BH-RA-2026-000042-17/)).not.toBeNull();
    const going = screen.getByRole('region', { name: 'En cours' });
    expect(within(going).getByText('Étape : Examen du dossier. Ensuite : Décision')).not.toBeNull();
    expect(within(going).getByText('Votre dossier est complet (26/11/2026)')).not.toBeNull();
  });

  test('says what is to be paid, what is late first, and the page of its case too', async () => {
    const payment: ReceivableSummary = {
      id: 'p1',
      administration: 'brussels-housing',
      caseId: 'c1',
      kind: 'fee',
      label: same('Redevance'),
      communication: '+++090/9337/55493+++',
      askedOn: '2026-11-02',
      dueOn: '2026-12-02',
      disputedOn: null,
      state: 'open',
      amount: '125.00',
      paid: '0.00',
      rest: '125.00',
      refundDue: '0.00',
      next: { amount: '125.00', dueOn: '2026-12-02' },
    };
    const late: ReceivableSummary = { ...payment, id: 'p2', caseId: 'c2', label: same('Amende'), state: 'overdue' };
    const paid: ReceivableSummary = {
      ...payment,
      id: 'p3',
      label: same('Plaque'),
      state: 'paid',
      rest: '0.00',
      next: null,
    };
    const replies = { '/api/my/payments': [paid, payment, late] };
    await open('/fr/my/cases', { ...replies, '/api/my/cases': [] });
    const todo = await screen.findByRole('region', { name: 'À faire' });
    expect(
      within(todo)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Amende', 'Redevance']);
    expect(within(todo).getByText(/^En retard\s: 125,00\s€ à payer depuis le 2 décembre 2026$/)).not.toBeNull();
    cleanup();
    await open('/fr/my/cases/c1', { ...replies, '/api/my/cases/c1': { ...sampleCase, informationRequests: [] } });
    const box = await screen.findByRole('region', { name: 'Redevance' });
    expect(within(box).getByRole('link', { name: 'Voir comment payer' }).getAttribute('href')).toBe(
      '/fr/my/payments/p1',
    );
    expect(screen.queryByRole('region', { name: 'Amende' })).toBeNull();
  });

  test('says when nothing waits for me', async () => {
    await open('/fr/my/cases', { '/api/my/cases': [running] });
    expect(await screen.findByText('Rien n’attend de vous pour le moment.')).not.toBeNull();
  });
});

describe('where a case stands', () => {
  const steps = [
    { key: 'a', label: same('Examen du dossier'), state: 'current' as const, at: null },
    { key: 'b', label: same('Décision'), state: 'upcoming' as const, at: null },
  ];
  const view = {
    ...sampleCase,
    status: 'inInstruction' as const,
    awaitsApplicant: false,
    informationRequests: [],
    steps,
  };
  const factOf = async (name: string) => (await screen.findByText(name)).parentElement?.textContent;

  test('is who has it, what comes next, when, and how long it stood still', async () => {
    const target: TermView = { ...term, id: 'target-id', key: 'service', isServiceTarget: true, dueOn: '2027-01-08' };
    await open('/fr/my/cases/c1', { '/api/my/cases/c1': { ...view, term, terms: [target, term] } });
    expect(await factOf('Chez qui est le dossier')).toContain('Nadia Lambert');
    expect(await factOf('Prochaine étape')).toContain('Décision');
    expect(await screen.findByText(/30 janvier 2027/)).not.toBeNull();
    expect(await factOf('Date visée par l’administration')).toContain('8 janvier 2027');
    expect(await factOf('Délai suspendu')).toContain('6 jours jusqu’ici');
  });

  test('names the service in the language of the page, whatever that of the account', async () => {
    await open('/nl/my/cases/c1', { '/api/my/cases/c1': view });
    expect(await factOf('Bij wie ligt het dossier')).toContain('Nadia Lambert, Dienst huisvesting');
  });

  test('is with me while an answer is awaited, and no day is promised', async () => {
    const still: TermView = { ...term, state: 'suspended' };
    await open('/fr/my/cases/c1', {
      '/api/my/cases/c1': { ...view, awaitsApplicant: true, term: still, terms: [still] },
    });
    expect(await factOf('Chez qui est le dossier')).toContain('l’administration attend votre réponse');
    expect(screen.queryByText(/30 janvier 2027/)).toBeNull();
  });
});
