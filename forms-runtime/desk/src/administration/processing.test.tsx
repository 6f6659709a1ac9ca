import type { OwnProcessing, Processing } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const same = (text: string) => ({ fr: text, nl: text, en: text });
const own: OwnProcessing = {
  key: 'contacts',
  title: same('Appels et plaintes'),
  purpose: same('Répondre'),
  legalBasis: same('RGPD'),
  people: same('Qui prend contact'),
  data: same('Nom et téléphone'),
  kept: same('5 ans après la réponse'),
};
const procedure: Processing = {
  procedureKey: 'rent-aid',
  version: 2,
  title: same('Aide au loyer'),
  purpose: same('Aider'),
  legalBasis: [same('Ordonnance')],
  asked: [same('Loyer')],
  sources: [],
  others: [],
  retention: [],
  recipients: [],
};

const open = (procedures: readonly Processing[]) =>
  openDesk({
    address: '/desk/administration/processing',
    session: administratorSession,
    answers: {
      'GET /api/administration/processing': () => ({ body: procedures }),
      'GET /api/administration/processing/own': () => ({ body: [own] }),
    },
  });

test('the register has an entry of each procedure, and of what is common to all of them', async () => {
  open([procedure]);
  const entry = await screen.findByRole('region', { name: 'Aide au loyer' });
  expect(within(entry).getByText('Ordonnance')).not.toBeNull();
  const common = within(await screen.findByRole('region', { name: 'Commun à toutes les démarches' }));
  const contacts = within(await common.findByRole('region', { name: 'Appels et plaintes' }));
  expect(contacts.getByText('5 ans après la réponse')).not.toBeNull();
});

test('what is common stands there before any procedure is published', async () => {
  open([]);
  expect(await screen.findByText('Aucune démarche n’est publiée', { exact: false })).not.toBeNull();
  expect(await screen.findByRole('region', { name: 'Appels et plaintes' })).not.toBeNull();
});
