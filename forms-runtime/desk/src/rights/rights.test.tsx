import type { RightQuestionView, RightSourceView, RightSummary, RightView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession, agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'r'.repeat(22);
const active = { key: 'active', label: text('En cours'), effect: 'active' } as const;
const suspended = { key: 'suspended', label: text('Mis en pause'), effect: 'suspended' } as const;
const listed: RightSummary = {
  id,
  number: 'ST-2026-00001',
  kind: text('Emplacement de marché'),
  holder: 'Noa Peeters',
  state: active,
  standing: 'valid',
  validFrom: '2026-03-02',
  validTo: null,
};
const fee = { name: 'fee', label: text('Redevance'), format: 'money', value: text('120.00') } as const;
const right: RightView = {
  ...listed,
  on: '2026-03-05',
  knownOn: null,
  heldBack: null,
  holders: [{ role: text('Titulaire'), name: 'Noa Peeters' }],
  values: [fee],
  history: [
    {
      sequence: 1,
      act: 'granted',
      effectiveOn: '2026-03-02',
      recordedAt: '2026-03-02T09:00:00.000Z',
      state: active,
      validTo: null,
      values: [fee],
      reason: null,
      author: null,
      cause: { caseId: 'c1', reference: 'BH-MA-2026-000001-10' },
    },
  ],
  moves: [{ to: suspended }],
  caseId: 'c1',
  reference: 'BH-MA-2026-000001-10',
};

const source: RightSourceView = {
  key: 'right-market-stall',
  administration: { key: 'housing', name: text('Bruxelles Logement') },
  procedureKey: 'market',
  kind: 'stall',
  name: text('Emplacement de marché'),
  fields: [{ name: 'place', label: text('Lieu') }],
  states: null,
  authorization: text('Délibération 24/010'),
  administrations: null,
  isOwn: true,
  standing: 'open',
  stoppedAt: null,
};
const other = { ...source, key: 'right-taxi-plate', name: text('Plaque de taxi'), isOwn: false };
const question: RightQuestionView = {
  id: '7',
  sourceKey: source.key,
  at: '2026-03-03T09:00:00.000Z',
  by: text('Bruxelles Mobilité'),
  purpose: text('Vérifier l’emplacement'),
  legalBasis: text('Ord. 2024'),
  onDay: null,
  answer: 'found',
  because: null,
  right: { id, number: listed.number },
  fields: ['place'],
};
const inVain: RightQuestionView = { ...question, id: '6', answer: 'unknown', because: 'several', right: null };

const answers: Answers = {
  'GET /api/right-sources': () => ({ body: [source, other] }),
  'GET /api/right-questions': () => ({ body: { items: [question, inVain], total: 2, nextCursor: null } }),
  [`POST /api/right-sources/${source.key}/steering`]: () => ({ body: { ...source, standing: 'stopped' } }),
  'GET /api/rights': () => ({
    body: {
      items: [listed],
      total: 1,
      nextCursor: null,
      kinds: [{ procedureKey: 'market', key: 'stall', name: listed.kind }],
    },
  }),
  [`GET /api/rights/${id}`]: () => ({ body: right }),
  [`POST /api/rights/${id}/moves`]: () => ({ body: { ...right, state: suspended, standing: 'suspended', moves: [] } }),
};

describe('rights on the desk', () => {
  test('are listed, and narrowed down by state and kind', async () => {
    const { user, seen } = openDesk({ address: '/desk/rights', session: agentSession, answers });
    expect(await screen.findByRole('link', { name: 'ST-2026-00001' })).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Situation' }), 'Suspendu');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Droit' }), 'Emplacement de marché');
    await screen.findByRole('link', { name: 'ST-2026-00001' });
    const queries = seen.filter(({ path }) => path.startsWith('/api/rights'));
    expect(JSON.stringify(queries.at(-1))).toMatch(/effect.*suspended/);
  });

  test('show what became of them, and are moved with a reason', async () => {
    const { user, seen } = openDesk({ address: `/desk/rights/${id}`, session: agentSession, answers });
    expect(await screen.findByText('Enregistré le 02/03/2026 10:00 par le processus')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Passer à «\u00a0Mis en pause\u00a0»$/ }));
    const dialog = within(screen.getByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: /^Passer à/ });
    await user.click(confirm);
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Contrôle');
    await user.click(confirm);
    await screen.findByText('Le droit est mis à jour');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ to: 'suspended', reason: 'Contrôle' });
  });

  test('say who asked for them', async () => {
    openDesk({ address: `/desk/rights/${id}`, session: agentSession, answers });
    expect((await screen.findAllByText('Vérifier l’emplacement (Ord. 2024)'))[0]).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Qui a demandé' })).toBeTruthy();
  });

  test('are a source for others: what is told, what may be asked, and who asked', async () => {
    openDesk({ address: '/desk/rights/sources', session: agentSession, answers });
    expect(await screen.findByText('Délibération 24/010', { selector: '#own-sources ~ * *' })).toBeTruthy();
    expect(screen.getByText('right-taxi-plate')).toBeTruthy();
    expect(await screen.findByText('Inconnu (plusieurs droits conviennent)')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'ST-2026-00001' })).toBeTruthy();
    // A clerk stops nothing.
    expect(screen.queryByRole('button', { name: 'Arrêter' })).toBeNull();
  });

  test('are stopped as a source by an administrator, with a reason', async () => {
    const { user, seen } = openDesk({ address: '/desk/rights/sources', session: administratorSession, answers });
    await user.click(await screen.findByRole('button', { name: 'Arrêter' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Arrêter' }));
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Contrôle');
    await user.click(dialog.getByRole('button', { name: 'Arrêter' }));
    await screen.findByText('La source est arrêtée.');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ action: 'stop', reason: 'Contrôle' });
  });
});
