import type { ObligationView, OccurrenceView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'o'.repeat(22);
const name = text('Chiffre d’affaires du trimestre');
const head = {
  id,
  day: '2026-03-31',
  dueOn: '2026-03-31',
  answerUntil: '2026-05-15',
  state: 'submitted',
  isOverdue: false,
  step: text('Rappel'),
  submittedAt: '2026-04-20T09:00:00.000Z',
} as const;
const form = {
  kind: 'form',
  formatVersion: 1,
  key: 'turnover',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr'],
  schema: { type: 'object', properties: { remark: { type: 'string', maxLength: 200 } } },
  uischema: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        id: 'p',
        i18n: 'page',
        elements: [
          { type: 'Control', id: 'c', scope: '#/properties/remark', i18n: 'remark', options: { widget: 'text' } },
        ],
      },
    ],
  },
  translations: { fr: { 'page.label': 'Déclaration', 'remark.label': 'Remarque' } },
};
const occurrence: OccurrenceView = {
  ...head,
  name,
  summary: null,
  rightId: 'r'.repeat(22),
  number: 'ST-2026-00001',
  kind: text('Emplacement de marché'),
  caseId: 'c1',
  form,
  answers: { remark: 'Peu de ventes' },
  documents: [{ id: 'd1', name: 'ventes.pdf', size: 2000 }],
  holder: 'Noa Peeters',
  reference: 'BH-MA-2026-000001-10',
  ladder: [
    { step: null, on: '2026-04-01', isTold: true },
    { step: text('Rappel'), on: '2026-04-15', isTold: true },
    { step: text('Mise en demeure'), on: '2026-04-30', isTold: false },
  ],
  verdicts: ['accept', 'askAgain', 'refuse', 'waive'],
  history: [{ at: '2026-04-20T09:00:00.000Z', act: 'submitted', step: null, reason: null, author: null }],
};

const answers: Answers = {
  'GET /api/obligations': ({ query }) => ({
    body:
      query['wanted'] === 'toVerify'
        ? [{ ...head, name, rightId: occurrence.rightId, number: occurrence.number, holder: occurrence.holder }]
        : [],
  }),
  [`GET /api/obligations/${id}`]: () => ({ body: occurrence }),
  [`POST /api/obligations/${id}/verdict`]: () => ({ body: { ...occurrence, state: 'open', verdicts: [] } }),
};

describe('obligations on the desk', () => {
  test('are listed by what a clerk has to do, and say where there is nothing to do', async () => {
    const { user } = openDesk({ address: '/desk/obligations', session: agentSession, answers });
    const link = await screen.findByRole('link', { name: 'Chiffre d’affaires du trimestre' });
    expect(link.closest('tr')?.textContent).toMatch(/Noa Peeters.*ST-2026-00001.*À vérifier/);
    await user.click(screen.getByRole('tab', { name: 'En retard' }));
    expect(await screen.findByText('Rien n’est en retard')).toBeTruthy();
  });

  test('show the answer, the steps and what happened', async () => {
    openDesk({ address: `/desk/obligations/${id}`, session: agentSession, answers });
    const answer = within(await screen.findByRole('region', { name: 'Réponse' }));
    expect(answer.getByText('Peu de ventes')).toBeTruthy();
    expect(answer.getByRole('link', { name: 'ventes.pdf' }).getAttribute('href')).toBe('/api/cases/c1/documents/d1');
    const steps = within(screen.getByRole('region', { name: 'Étapes' }));
    expect(steps.getByText('Mise en demeure')).toBeTruthy();
    expect(steps.getAllByText(/transmise au processus/)).toHaveLength(2);
  });

  test('are asked for again with a day and a reason, and with neither missing', async () => {
    const { user, seen } = openDesk({ address: `/desk/obligations/${id}`, session: agentSession, answers });
    await user.click(await screen.findByRole('button', { name: 'Redemander' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Redemander' }));
    expect(dialog.getByText('Choisissez un jour, aujourd’hui ou plus tard.')).toBeTruthy();
    for (const [part, value] of [
      ['Jour', '30'],
      ['Mois', '6'],
      ['Année', '2026'],
    ] as const)
      await user.type(dialog.getByLabelText(part), value);
    await user.type(dialog.getByRole('textbox', { name: /Motif|Raison/ }), 'Le relevé manque');
    await user.click(dialog.getByRole('button', { name: 'Redemander' }));
    expect(await screen.findByText('La réponse est redemandée.')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST')).toMatchObject([
      { body: { verdict: 'askAgain', until: '2026-06-30', reason: 'Le relevé manque' } },
    ]);
  });
});

test('the page of a right shows what was due and what lies ahead', async () => {
  const rightId = 'r'.repeat(22);
  const state = { key: 'active', label: text('En cours'), effect: 'active' };
  const right = {
    id: rightId,
    number: 'ST-2026-00001',
    kind: text('Emplacement de marché'),
    holder: 'Noa Peeters',
    state,
    standing: 'valid',
    heldBack: null,
    validFrom: '2026-02-10',
    validTo: null,
    on: '2026-04-20',
    knownOn: null,
    holders: [],
    values: [],
    history: [],
    moves: [],
    caseId: 'c1',
    reference: 'x',
  };
  const obligation: ObligationView = {
    id: 'b'.repeat(22),
    name,
    summary: null,
    startsOn: '2026-02-10',
    endsOn: null,
    state: 'paused',
    ended: null,
    occurrences: [head],
    planned: [{ day: '2026-06-30', opensOn: '2026-06-10', dueOn: '2026-06-30', answerUntil: '2026-08-14' }],
  };
  openDesk({
    address: `/desk/rights/${rightId}`,
    session: agentSession,
    answers: {
      [`GET /api/rights/${rightId}`]: () => ({ body: right }),
      [`GET /api/rights/${rightId}/obligations`]: () => ({ body: [obligation] }),
    },
  });
  const section = within(await screen.findByRole('region', { name: 'Obligations' }));
  expect(await section.findByText('30 juin 2026')).toBeTruthy();
  expect(section.getByRole('link', { name: '31 mars 2026' }).getAttribute('href')).toBe(`/desk/obligations/${id}`);
  expect(section.getByText(/En pause tant que le droit est suspendu/)).toBeTruthy();
});
