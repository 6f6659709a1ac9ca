import type { RightSummary, RightView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

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

const answers: Answers = {
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
});
