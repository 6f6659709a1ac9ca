import type { CaseParticipants } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const label = (fr: string) => ({ fr, nl: fr, en: fr });

const none: CaseParticipants = {
  roles: [
    { key: 'landlord', label: label('Bailleur'), access: 'none', letters: true, household: false },
    { key: 'representative', label: label('Mandataire'), access: 'act', letters: false, household: false },
  ],
  applicantReach: { channels: [], byPost: true, email: null },
  participants: [],
  household: [
    {
      origin: 'source',
      source: label('Registre national'),
      on: '2026-11-25',
      members: [{ name: 'Ali Diallo', birthDate: '2019-05-02', relation: label('enfant'), from: null, to: null }],
    },
  ],
};

const one: CaseParticipants = {
  ...none,
  participants: [
    {
      id: 'p1',
      role: 'representative',
      roleLabel: label('Mandataire'),
      access: 'act',
      kind: 'person',
      name: 'Drissa Traoré',
      hasNumber: true,
      enterpriseNumber: null,
      partyId: null,
      language: 'nl',
      email: null,
      phone: null,
      address: 'Kaai 1\n1000 Brussel',
      reach: null,
      validFrom: '2026-11-25',
      validTo: null,
      state: 'inForce',
      proof: 'Procuration du 20 novembre',
      addedBy: 'Nadia Lambert',
      addedAt: '2026-11-25T09:00:00.000Z',
      endedAt: null,
      endReason: null,
    },
  ],
};

const path = '/api/cases/c1/participants';
const open = (found: CaseParticipants, more: Parameters<typeof openDesk>[0]['answers'] = {}) =>
  openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: { 'GET /api/cases/c1': () => ({ body: sampleCase }), [`GET ${path}`]: () => ({ body: found }), ...more },
  });

test('a household stands with who said it and when; nobody else takes part yet', async () => {
  open(none);
  expect(await screen.findByText('Personne d’autre ne prend part à ce dossier.')).toBeTruthy();
  // and whoever chose nothing is written to on paper
  expect(await screen.findByText('Par la poste')).toBeTruthy();
  expect(screen.getByText('N’a pas accepté d’être joint par voie électronique.')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Ménage selon Registre national, le 25/11/2026' })).toBeTruthy();
  expect(screen.getByText('enfant · né(e) le 02/05/2019')).toBeTruthy();
});

test('somebody is added in a role; what lets them in asks for a number', async () => {
  const { user, seen } = open(none, { [`POST ${path}`]: () => ({ body: one }) });
  await user.click(await screen.findByRole('button', { name: 'Ajouter une personne' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Qui prend part au dossier\u00a0?' }));

  await user.selectOptions(dialog.getByLabelText('Rôle'), 'Mandataire');
  expect(dialog.getByText('Lit le dossier au portail, répond et écrit.')).toBeTruthy();
  await user.type(dialog.getByLabelText(/Prénom et nom/), 'Drissa Traoré');
  await user.type(dialog.getByLabelText(/Sur quoi cela repose/), 'Procuration du 20 novembre');
  await user.click(dialog.getByRole('button', { name: 'Ajouter une personne' }));
  expect(dialog.getAllByText('Ce rôle donne accès au dossier : il faut un numéro.')).toHaveLength(2);
  expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);

  await user.type(dialog.getByLabelText('Numéro national ou BIS'), '80.01.01-005.03');
  await user.click(dialog.getByRole('button', { name: 'Ajouter une personne' }));
  expect(await screen.findByText('Drissa Traoré')).toBeTruthy();
  expect(screen.getByText('Ne s’est pas encore connecté avec ce numéro.')).toBeTruthy();
  expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
    role: 'representative',
    kind: 'person',
    number: '80.01.01-005.03',
    address: null,
  });
});

test('it is ended with a reason', async () => {
  const { user, seen } = open(one, { [`POST ${path}/p1/end`]: () => ({ body: none }) });
  await user.click(await screen.findByRole('button', { name: 'Terminer (Drissa Traoré)' }));
  const dialog = within(await screen.findByRole('dialog', { name: /ne prend plus part/ }));
  await user.click(dialog.getByRole('button', { name: 'Terminer' }));
  expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);
  await user.type(dialog.getByLabelText(/Motif/), 'Erreur');
  await user.click(dialog.getByRole('button', { name: 'Terminer' }));
  expect(await screen.findByText('Personne d’autre ne prend part à ce dossier.')).toBeTruthy();
  expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Erreur' });
});
