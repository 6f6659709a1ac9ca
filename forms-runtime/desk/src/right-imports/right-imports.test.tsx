import type { ImportableKind, RightImportView, RightReconciliation } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, supervisorSession } from '../testing/sample-views.ts';
import { readControls } from './read-controls.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'f'.repeat(22);
const counts = {
  waiting: 0,
  ready: 0,
  warned: 0,
  same: 0,
  differs: 0,
  accepted: 0,
  wrong: 0,
  imported: 0,
  changed: 0,
  failed: 0,
};
const active = { key: 'active', label: text('En cours'), effect: 'active' } as const;
const view = (more: Partial<RightImportView> = {}): RightImportView => ({
  id,
  procedureKey: 'market',
  procedureTitle: text('Marchés'),
  kind: 'stall',
  kindName: text('Emplacement'),
  fileName: 'droits.csv',
  uploadedAt: '2026-11-25T09:00:00Z',
  uploadedBy: { id: 'sofie', name: 'Sofie De Smet' },
  state: 'checked',
  rows: 3,
  counts,
  eraseAt: '2026-12-25T09:00:00Z',
  erasedAt: null,
  header: ['number', 'Couleur'],
  recognized: [text('Numéro'), null],
  states: [active],
  amounts: [{ field: 'fee', label: text('Redevance') }],
  controls: null,
  revision: 1,
  isOutdated: false,
  problems: [],
  reconciliation: null,
  startedBy: null,
  confirmedBy: null,
  confirmedAt: null,
  remark: null,
  ...more,
});
const differing = {
  items: [
    {
      position: 1,
      line: 2,
      number: 'A/1',
      state: 'differs',
      rightId: 'r'.repeat(22),
      findings: [],
      differences: [{ label: text('Redevance'), here: text('10.00'), file: text('12.00') }],
      isAccepted: false,
    },
  ],
  next: null,
};
const reconciliation: RightReconciliation = {
  rights: { file: 3, stands: 2, control: 3, isEqual: false },
  states: [{ state: active, file: 2, stands: 2, control: null, isEqual: true }],
  amounts: [
    { field: 'fee', label: text('Redevance'), file: '1351.55', stands: '101.05', control: '1351.55', isEqual: false },
  ],
  leftOut: [],
  notAccepted: 0,
  notInFile: 4,
  isEqual: false,
};

const open = (first: RightImportView, more: Answers = {}) =>
  openDesk({
    address: `/desk/right-imports/${id}`,
    session: supervisorSession,
    answers: {
      [`GET /api/right-imports/${id}`]: () => ({ body: first }),
      [`GET /api/right-imports/${id}/rows`]: () => ({ body: differing }),
      ...more,
    },
  });

describe('taking rights over', () => {
  test('nothing starts before somebody typed in what the earlier system counts', async () => {
    const { user, seen } = open(view({ counts: { ...counts, ready: 3 } }), {
      [`PUT /api/right-imports/${id}/controls`]: () => ({
        body: view({ counts: { ...counts, ready: 3 }, controls: { rights: 1250, states: {}, amounts: {} } }),
      }),
    });
    await screen.findByRole('heading', { level: 1, name: 'droits.csv' });
    expect(screen.getByText('Couleur')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Reprendre 3 lignes' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Enregistrer les totaux' }));
    expect(screen.getByText('Tapez un nombre entier')).toBeTruthy();
    await user.type(screen.getByLabelText(/Nombre de droits/), '1.250');
    await user.type(screen.getByLabelText(/Redevance/), '12.345,60');
    await user.click(screen.getByRole('button', { name: 'Enregistrer les totaux' }));
    await screen.findByText('Totaux enregistrés');
    expect(seen.find(({ path }) => path.endsWith('/controls'))?.body).toEqual({
      controls: { rights: 1250, states: {}, amounts: { fee: '12345.60' } },
    });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Reprendre 3 lignes' }).disabled).toBe(false);
  });

  test('what a newer file says otherwise is shown value by value, and accepted by row', async () => {
    const { user, seen } = open(view({ counts: { ...counts, differs: 1 } }), {
      [`POST /api/right-imports/${id}/acceptance`]: () => ({ body: view({ counts: { ...counts, accepted: 1 } }) }),
    });
    await screen.findByText('10.00');
    expect(screen.getByText('12.00')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Prendre le fichier A/1' }));
    await screen.findByRole('tab', { name: 'Différences acceptées (1)' });
    expect(seen.find(({ path }) => path.endsWith('/acceptance'))?.body).toEqual({ accept: 'file', positions: [1] });
  });

  test('a colleague confirms what was counted, and says why something differs', async () => {
    const done = view({ state: 'finished', reconciliation, startedBy: { id: 'nadia', name: 'Nadia Lambert' } });
    const { user, seen } = open(done, {
      [`POST /api/right-imports/${id}/confirmation`]: () => ({
        body: view({
          ...done,
          state: 'confirmed',
          confirmedBy: { id: 'sofie', name: 'Sofie De Smet' },
          confirmedAt: '2026-11-26T09:00:00Z',
          remark: 'Sans numéro',
        }),
      }),
    });
    const counted = within(await screen.findByRole('table', { name: 'Rapprochement' }));
    expect(counted.getByText(/101,05/)).toBeTruthy();
    expect(screen.getByText(/4 droits de ce type sont dans Irisflow/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Confirmer le rapprochement' }));
    expect(screen.getByText('Dites pourquoi')).toBeTruthy();
    expect(seen.some(({ path }) => path.endsWith('/confirmation'))).toBe(false);
    await user.type(screen.getByLabelText(/Pourquoi ce qui diffère/), 'Sans numéro');
    await user.click(screen.getByRole('button', { name: 'Confirmer le rapprochement' }));
    await screen.findByText(/Confirmé par Sofie De Smet/);
    expect(screen.queryByRole('button', { name: 'Confirmer le rapprochement' })).toBeNull();
  });

  test('nobody is offered to confirm their own', async () => {
    open(view({ state: 'finished', reconciliation, startedBy: { id: 'sofie', name: 'Sofie De Smet' } }));
    expect(await screen.findByText(/Une autre personne que vous/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Confirmer le rapprochement' })).toBeNull();
  });

  test('a file is sent for a kind of right', async () => {
    const kind: ImportableKind = {
      procedureKey: 'market',
      procedureTitle: text('Marchés'),
      key: 'stall',
      name: text('Emplacement'),
      columns: [{ key: 'number', label: text('Numéro'), expected: text('un texte'), hint: text(''), isRequired: true }],
      maxRows: 100_000,
      maxBytes: 25_000_000,
      keptDays: 30,
    };
    const { user } = openDesk({
      address: '/desk/right-imports/new',
      session: supervisorSession,
      answers: { 'GET /api/right-import-kinds': () => ({ body: [kind] }) },
    });
    expect((await screen.findByRole('link', { name: 'Télécharger le modèle' })).getAttribute('href')).toBe(
      '/api/procedures/market/rights/stall/import-template',
    );
    await user.click(screen.getByRole('button', { name: 'Envoyer' }));
    expect(screen.getByText('Choisissez un fichier')).toBeTruthy();
  });

  test('agents are shown their own work instead', async () => {
    openDesk({ address: '/desk/right-imports', session: agentSession, answers: {} });
    expect(await screen.findByRole('heading', { level: 1, name: 'Mes tâches' })).toBeTruthy();
  });

  test.each([
    ['1250', '1250.00'],
    ['1.250,5', undefined],
    ['1 250,50 €', '1250.50'],
    ['1,250.50', '1250.50'],
    ['-3,05', '-3.05'],
    ['beaucoup', undefined],
  ])('%s is read as an amount', (typed, read) => {
    const { controls, wrong } = readControls({ rights: '1', 'amount.fee': typed });
    expect(controls?.amounts['fee']).toBe(read);
    expect(wrong).toEqual(read === undefined ? ['amount.fee'] : []);
  });
});
