import type { PartyFile, PartyLabel, PartyNote } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const supervisorSession = {
  ...agentSession,
  person: agentSession.person && { ...agentSession.person, roles: ['supervisor' as const] },
};

const blind: PartyLabel = { id: 'l1', name: { fr: 'Malvoyante', nl: 'Slechtziend' }, color: 'blue', isRetired: false };
const note: PartyNote = {
  id: 'n1',
  audience: 'clerks',
  revision: 2,
  versions: [
    { text: 'Vient avec sa mère.', at: '2026-11-26T09:00:00Z', by: 'Nadia Lambert' },
    { text: 'Vient avec sa sœur.', at: '2026-11-25T09:00:00Z', by: 'Nadia Lambert' },
  ],
  writtenAt: '2026-11-25T09:00:00Z',
  by: 'Nadia Lambert',
  withheld: null,
  deleted: null,
  mayEdit: true,
  mayDelete: true,
};
const file: PartyFile = {
  id: 'p1',
  kind: 'person',
  name: 'Amina Diallo',
  enterpriseNumber: null,
  seatCommune: null,
  language: 'fr',
  boundLanguage: null,
  isNoted: false,
  contact: { email: null, phone: null, address: null },
  reach: { channels: ['portal', 'mail'], byPost: false, email: { value: 'a@example.org', isVerified: true } },
  numbers: [
    {
      state: 'canceled',
      since: '2026-01-01T09:00:00Z',
      until: '2026-02-01T09:00:00Z',
      reason: 'Double',
      isFromRegister: false,
    },
  ],
  cases: [],
  takesPart: [],
  contacts: [],
  mandates: [],
  labels: [blind],
  notes: [note],
  merges: [],
};

const open = (session: typeof agentSession, more: Parameters<typeof openDesk>[0]['answers'] = {}) =>
  openDesk({
    address: '/desk/parties/p1',
    session,
    answers: {
      'GET /api/parties/p1': () => ({ body: file }),
      'GET /api/party-labels': () => ({ body: [blind, { ...blind, id: 'l2', name: { fr: 'Sourd', nl: 'Doof' } }] }),
      ...more,
    },
  });

test('a clerk sees how somebody is reached, their labels and notes with what they said before', async () => {
  open(agentSession);
  expect(await screen.findByText('Malvoyante')).toBeTruthy();
  expect(screen.getByText('Portail, Avis par e-mail (adresse confirmée)')).toBeTruthy();
  expect(screen.getByText('Vient avec sa mère.')).toBeTruthy();
  expect(screen.getByText('Ce qui était écrit avant')).toBeTruthy();
  expect(screen.getByText(/un numéro annulé le 01\/02\/2026, « Double »/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /numéro annulé/ })).toBeNull();
});

test('an office without labels, a clerk without other records: nothing is said of either', async () => {
  open(agentSession, {
    'GET /api/parties/p1': () => ({ body: { ...file, labels: [] } }),
    'GET /api/party-labels': () => ({ body: [] }),
  });
  expect(await screen.findByRole('region', { name: 'Notes' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Étiquettes' })).toBeNull();
  expect(screen.queryByRole('region', { name: /Autres fiches/ })).toBeNull();
});

test('labels are chosen, notes written and deleted with a reason', async () => {
  const { user, seen } = open(agentSession, {
    'PUT /api/parties/p1/labels': () => ({ body: [] }),
    'POST /api/parties/p1/notes': () => ({ body: [] }),
    'POST /api/parties/p1/notes/n1/deletion': () => ({ body: [] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Choisir des étiquettes' }));
  const labels = within(await screen.findByRole('dialog', { name: 'Choisir des étiquettes' }));
  await user.click(await labels.findByLabelText('Sourd'));
  await user.click(labels.getByRole('button', { name: 'Enregistrer' }));
  expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({ labels: ['l1', 'l2'] });

  await user.click(screen.getByRole('button', { name: 'Ajouter une note' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Ajouter une note' }));
  // who else reads it is for supervisors to say
  expect(dialog.queryByText('Qui la lit ?')).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Enregistrer la note' }));
  expect(seen.some(({ path }) => path.endsWith('/notes'))).toBe(false);
  await user.type(dialog.getByLabelText(/Note/), 'Appeler le matin');
  await user.click(dialog.getByRole('button', { name: 'Enregistrer la note' }));
  expect(seen.find(({ path }) => path.endsWith('/notes'))?.body).toEqual({
    text: 'Appeler le matin',
    audience: 'clerks',
    withheld: null,
  });

  await user.click(await screen.findByRole('button', { name: /^Supprimer/ }));
  const deletion = within(await screen.findByRole('dialog', { name: 'Supprimer cette note\u00a0?' }));
  await user.type(deletion.getByLabelText(/Motif/), 'Erreur');
  await user.click(deletion.getByRole('button', { name: /^Supprimer/ }));
  expect(seen.find(({ path }) => path.endsWith('/deletion'))?.body).toEqual({ reason: 'Erreur' });
});

test('a supervisor takes back that a number was canceled, and is told when it is none of theirs', async () => {
  const { user, seen } = open(supervisorSession, {
    'POST /api/parties/p1/number-restoration': () => ({
      status: 400,
      body: {
        type: 'x',
        title: 'x',
        status: 400,
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/nationalNumber', keyword: 'invalid' }],
      },
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Remettre un numéro annulé' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remettre un numéro annulé' }));
  await user.type(dialog.getByLabelText(/Quel numéro/), '85.01.01-123.87');
  await user.type(dialog.getByLabelText(/Motif/), 'Erreur');
  await user.click(dialog.getByRole('button', { name: 'Remettre un numéro annulé' }));
  expect(await dialog.findByText('Ce n’est pas un numéro annulé de cette personne.')).toBeTruthy();
  expect(seen.at(-1)?.body).toEqual({ nationalNumber: '85.01.01-123.87', reason: 'Erreur' });
});
