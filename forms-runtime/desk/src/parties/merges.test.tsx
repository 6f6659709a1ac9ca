import type { PartyFile } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const file: PartyFile = {
  id: 'p1',
  kind: 'person',
  name: 'Marie Dupont',
  enterpriseNumber: null,
  seatCommune: null,
  language: 'fr',
  boundLanguage: null,
  isNoted: false,
  contact: { email: null, phone: null, address: null },
  reach: { channels: [], byPost: true, email: null },
  labels: [],
  notes: [],
  numbers: [],
  cases: [],
  takesPart: [],
  contacts: [],
  mandates: [],
  merges: [],
};
const party = { id: 'p2', kind: 'person', name: 'M. Dupond', enterpriseNumber: null } as const;
const side = { party, isNoted: true, cases: 1, takesPart: 0, contacts: 2 };
const merged = {
  id: 'm1',
  partyId: 'p2',
  name: 'M. Dupond',
  reason: 'Même carte',
  at: '2026-11-25T09:00:00Z',
  by: 'Sofie',
};

const open = (session: typeof agentSession, found: PartyFile, more: Parameters<typeof openDesk>[0]['answers'] = {}) =>
  openDesk({
    address: '/desk/parties/p1',
    session,
    answers: { 'GET /api/parties/p1': () => ({ body: found }), ...more },
  });

test('an agent reads what was merged and changes nothing of it', async () => {
  open(agentSession, { ...file, merges: [merged] });
  expect(await screen.findByText(/Fusionnée par Sofie le 25\/11\/2026/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Défaire|Fusionner/ })).toBeNull();
});

test('a supervisor sees what will be read together, says why, and it is done', async () => {
  let isMerged = false;
  const { user, seen } = open(supervisorSession, file, {
    'GET /api/parties/p1': () => ({ body: isMerged ? { ...file, merges: [merged] } : file }),
    'GET /api/parties': () => ({ body: [party] }),
    'GET /api/parties/p2/merge/p1': () => ({
      body: { merged: side, into: { ...side, party: { ...party, id: 'p1', name: 'Marie Dupont' }, cases: 2 } },
    }),
    'POST /api/parties/p2/merge/p1': () => {
      isMerged = true;
      return { status: 204, body: null };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Fusionner avec une autre fiche' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Nom ou numéro de l’autre fiche'), 'Dupond');
  await user.click(await dialog.findByRole('radio', { name: 'M. Dupond' }));
  expect(await dialog.findByText('M. Dupond · 1 dossier · 0 rôle dans un autre dossier · 2 contacts')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Fusionner' }));
  expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);
  await user.type(dialog.getByLabelText(/Motif/), 'Même carte');
  await user.click(dialog.getByRole('button', { name: 'Fusionner' }));
  expect(await screen.findByText(/Fusionnée par Sofie/)).toBeTruthy();
  expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Même carte' });
});
