import { refusal } from '@irisflow/frame/testing';
import type { DestructionView, RetentionPreview, Traces } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession, sampleCase, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const same = (text: string) => ({ fr: text, nl: text, en: text });
const group = {
  procedureKey: 'rent-aid',
  title: same('Aide au loyer'),
  outcome: 'refused',
  years: 5,
  fate: 'destroy',
  legalRef: same('Loi'),
  due: 2,
  ready: 1,
  closedFrom: '2020-03-01',
  closedTo: '2020-04-01',
} as const;
const preview: RetentionPreview = {
  today: '2026-11-27',
  groups: [group],
  cases: [
    {
      caseId: 'c1',
      reference: 'BH-RA-2020-000001-01',
      procedureKey: 'rent-aid',
      outcome: 'refused',
      closedOn: '2020-03-01',
      keptUntil: '2025-03-01',
      obstacle: 'held',
    },
  ],
  ready: 1,
  withoutRule: 3,
  fingerprint: 'f'.repeat(64),
};
const proposed: DestructionView = {
  id: 'd1',
  state: 'proposed',
  proposedBy: 'Dina',
  proposedAt: '2026-11-27T09:00:00.000Z',
  approvedBy: null,
  approvedAt: null,
  finishedAt: null,
  mayApprove: true,
  total: 1,
  destroyed: 0,
  kept: 0,
};

const openRetention = (destructions: readonly DestructionView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/privacy/retention',
    session: administratorSession,
    answers: {
      'GET /api/privacy/destructions/preview': () => ({ body: preview }),
      'GET /api/privacy/destructions': () => ({ body: destructions }),
      ...more,
    },
  });

describe('retention', () => {
  test('shows what is due and why some of it stays, and proposes the rest', async () => {
    const { user, seen } = openRetention([], { 'POST /api/privacy/destructions': () => ({ body: proposed }) });
    expect(await screen.findByText('5 ans après la clôture, puis détruits')).toBeTruthy();
    expect(screen.getByText('3 dossiers clos n’ont pas de règle de conservation')).toBeTruthy();
    await user.click(screen.getByText('Voir les dossiers'));
    expect(screen.getByText('Gardé : destruction suspendue')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Proposer la destruction de 1 dossier' }));
    await user.click(await screen.findByRole('button', { name: 'Proposer' }));
    expect(await screen.findByText('Destruction proposée')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ fingerprint: preview.fingerprint });
  });

  test('asks once more before anything goes, and only of a second person', async () => {
    const approve = 'POST /api/privacy/destructions/d1/approval';
    const { user, seen } = openRetention([proposed], {
      [approve]: () => ({ body: { ...proposed, state: 'running' } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Approuver' }));
    expect(seen.some(({ method }) => method === 'POST')).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Détruire définitivement' }));
    expect(await screen.findByText('La destruction a commencé')).toBeTruthy();
    closeDesk();
    openRetention([{ ...proposed, mayApprove: false }]);
    expect(await screen.findByText('Une autre personne doit approuver')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approuver' })).toBeNull();
  });
});

describe('who read what', () => {
  const found: Traces = {
    isKnown: true,
    more: false,
    traces: [
      {
        at: '2026-05-04T09:00:00.000Z',
        kind: 'reading',
        by: 'Nadia Lambert',
        what: null,
        action: 'case.read',
        purpose: same('Traitement de votre dossier'),
        reason: null,
        legalBasis: null,
        outcome: 'done',
        caseId: 'c1',
        reference: 'BH-RA-2026-000042-17',
      },
    ],
  };
  const open = (answers: Answers) =>
    openDesk({ address: '/desk/privacy/traces', session: administratorSession, answers });
  const fill = async (user: ReturnType<typeof openDesk>['user'], number: string) => {
    await user.type(await screen.findByLabelText('Numéro national'), number);
    for (const [name, day] of [
      ['Du', ['1', '5', '2026']],
      ['Au', ['31', '5', '2026']],
    ] as const) {
      const field = within(screen.getByRole('group', { name }));
      for (const [index, label] of (['Jour', 'Mois', 'Année'] as const).entries())
        await user.type(field.getByLabelText(label), day[index] ?? '');
    }
    await user.click(screen.getByRole('button', { name: 'Chercher' }));
  };

  test('is asked by number and period, and says who and why', async () => {
    const { user, seen } = open({ 'POST /api/privacy/traces': () => ({ body: found }) });
    await user.click(await screen.findByRole('button', { name: 'Chercher' }));
    expect(screen.getByText(/Donnez un numéro national correct/)).toBeTruthy();
    await fill(user, '85.07.30-033.28');
    const row = within((await screen.findByText('Nadia Lambert')).closest('tr') as HTMLElement);
    expect(row.getByText('Traitement de votre dossier')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { nationalNumber: '85.07.30-033.28', from: '2026-05-01', to: '2026-05-31' },
    ]);
  });

  test('says at the field that a number is none', async () => {
    const { user } = open({
      'POST /api/privacy/traces': () =>
        refusal(400, 'INPUT_INVALID', [{ pointer: '/nationalNumber', keyword: 'format' }]),
    });
    await fill(user, '85.07.30-033.29');
    expect(await screen.findByText(/Donnez un numéro national correct/)).toBeTruthy();
  });
});

test('a supervisor holds a case from its page, with a reason', async () => {
  const kept = { holds: [], rule: { keptUntil: '2031-01-02', years: 5, fate: 'destroy', legalRef: same('Loi') } };
  const { user, seen } = openDesk({
    address: `/desk/cases/${sampleCase.id}`,
    session: supervisorSession,
    answers: {
      [`GET /api/cases/${sampleCase.id}`]: () => ({ body: sampleCase }),
      [`GET /api/cases/${sampleCase.id}/retention`]: () => ({ body: kept }),
      [`POST /api/cases/${sampleCase.id}/holds`]: () => ({ body: kept }),
    },
  });
  expect(await screen.findByText('Conservé jusqu’au 02/01/2031, puis à détruire (Loi).')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Suspendre la destruction' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Suspendre la destruction' }));
  expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
  await user.type(dialog.getByLabelText(/Motif/), 'Recours annoncé');
  await user.click(dialog.getByRole('button', { name: 'Suspendre la destruction' }));
  expect(await screen.findByText('Destruction suspendue')).toBeTruthy();
  expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
    on: 'case',
    reason: 'Recours annoncé',
    until: null,
  });
});
