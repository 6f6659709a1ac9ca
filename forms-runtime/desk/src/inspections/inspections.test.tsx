import type { AskedInspection, InspectionChoices, InspectionView } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(() => {
  closeDesk();
  sessionStorage.clear();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const words = { 'page.label': 'Visite', 'rooms.label': 'Nombre de pièces', 'memo.label': 'Remarque' };
const control = (name: string, widget: string) => ({
  type: 'Control',
  id: `c_${name}`,
  scope: `#/properties/${name}`,
  i18n: name,
  options: { widget },
});

const form = {
  kind: 'form',
  formatVersion: 1,
  key: 'visit',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr'],
  schema: {
    type: 'object',
    properties: { rooms: { type: 'integer', minimum: 1 }, memo: { type: 'string', maxLength: 500 } },
    required: ['rooms'],
  },
  uischema: {
    type: 'Categorization',
    elements: [
      { type: 'Category', id: 'p', i18n: 'page', elements: [control('rooms', 'number'), control('memo', 'text')] },
    ],
  },
  translations: { fr: words },
};

const shared = {
  id: 'i1',
  label: text('Visite du logement'),
  askedAt: '2026-11-25T08:00:00Z',
  dueOn: '2026-12-09',
  visitOn: null,
  state: 'asked',
  address: 'Rue Haute 12, 1000 Bruxelles',
  outcome: null,
  form,
  report: null,
  reportDocuments: [],
  endedAt: null,
  of: text('Inspecteurs'),
  subject: 'Le logement est-il humide ?',
  documents: [{ id: 'd1', name: 'bail.pdf', size: 1000 }],
  isPublic: true,
  reason: null,
} satisfies Partial<InspectionView>;

const inspection: InspectionView = {
  ...shared,
  form: null,
  key: 'dwelling',
  administration: text('Bruxelles Logement'),
  isOtherAdministration: false,
  askedBy: null,
  reportedBy: null,
};

const asked: AskedInspection = {
  ...shared,
  reference: 'BH-RA-2026-000042-17',
  procedure: text('Allocation de loyer'),
  from: text('Bruxelles Logement'),
  draft: null,
  isOpen: true,
};

const choices: InspectionChoices = {
  declared: [
    {
      key: 'dwelling',
      label: text('Visite du logement'),
      administration: text('Bruxelles Logement'),
      dueOn: '2026-12-09',
      isPublic: true,
    },
  ],
  groups: [
    {
      administration: 'town',
      administrationName: text('Commune'),
      isOwn: false,
      key: 'police',
      name: text('Police locale'),
    },
  ],
  documents: [{ id: 'd1', name: 'bail.pdf', size: 1000 }],
};

const openCase = (inspections: readonly InspectionView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: {
      'GET /api/cases/c1': () => ({ body: { ...sampleCase, canWithdraw: true } }),
      'GET /api/cases/c1/inspections': () => ({ body: inspections }),
      'GET /api/cases/c1/inspections/choices': () => ({ body: choices }),
      ...more,
    },
  });

const openAsked = (view: AskedInspection, more: Answers = {}) =>
  openDesk({
    address: '/desk/inspections/i1',
    session: agentSession,
    answers: { 'GET /api/inspections/i1': () => ({ body: view }), ...more },
  });

const section = async () => within(await screen.findByRole('region', { name: 'Visites' }));

describe('inspections of a case', () => {
  test('are asked for with an address and a subject; what is missing is said at its field', async () => {
    const { user, seen } = openCase([], { 'POST /api/cases/c1/inspections': () => ({ body: [inspection] }) });
    const shown = await section();
    await user.click(await shown.findByRole('button', { name: 'Demander une visite' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: 'Demander une visite' }));
    expect(dialog.getByText('Écrivez l’adresse.')).toBeTruthy();
    expect(dialog.getByText('Écrivez ce qu’il faut regarder.')).toBeTruthy();
    await user.selectOptions(dialog.getByRole('combobox', { name: /Qui y va/ }), 'Police locale (Commune)');
    await user.type(dialog.getByRole('textbox', { name: /^Adresse/ }), 'Rue Haute 12');
    await user.type(dialog.getByRole('textbox', { name: /regarder/ }), 'Humide ?');
    await user.click(dialog.getByRole('checkbox', { name: /bail\.pdf/ }));
    await user.click(dialog.getByRole('button', { name: 'Demander une visite' }));
    expect(await shown.findByText('Rue Haute 12, 1000 Bruxelles')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      key: 'dwelling',
      whom: { kind: 'group', administration: 'town', group: 'police' },
      address: 'Rue Haute 12',
      subject: 'Humide ?',
      documents: ['d1'],
    });
  });

  test('show what was found, in the words of the form', async () => {
    openCase([{ ...inspection, state: 'reported', outcome: 'partly', form, report: { rooms: 3 }, reportedBy: 'Ines' }]);
    const shown = await section();
    expect(await shown.findByText('En partie conforme')).toBeTruthy();
    expect(shown.getByText('Nombre de pièces')).toBeTruthy();
    expect(shown.queryByRole('button', { name: /Retirer/ })).toBeNull();
  });

  test('are withdrawn with a reason', async () => {
    const withdrawn: InspectionView = { ...inspection, state: 'withdrawn', reason: 'Plus utile.' };
    const { user, seen } = openCase([inspection], {
      'POST /api/cases/c1/inspections/i1/withdrawal': () => ({ body: [withdrawn] }),
    });
    const shown = await section();
    await user.click(
      await shown.findByRole('button', { name: 'Retirer la demande de visite\u00a0: Visite du logement' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Plus utile.');
    await user.click(dialog.getByRole('button', { name: 'Retirer la demande de visite' }));
    expect(await shown.findByText(/Plus utile\./)).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Plus utile.' });
  });
});

describe('what one is to look at', () => {
  test('is reported with an outcome and the form, kept while it is written, and asked once more', async () => {
    const reported: AskedInspection = {
      ...asked,
      state: 'reported',
      outcome: 'partly',
      report: { rooms: 3 },
      isOpen: false,
    };
    const { user, seen } = openAsked(asked, {
      'PUT /api/inspections/i1/draft': () => ({ status: 204 }),
      'POST /api/inspections/i1/report': () => ({ body: reported }),
    });
    expect(await screen.findByText('Rue Haute 12, 1000 Bruxelles')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: /Nombre de pièces/ }), '3');
    await waitFor(() => expect(seen.filter(({ method }) => method === 'PUT')).not.toEqual([]), { timeout: 5000 });
    await user.click(screen.getByRole('button', { name: 'Rendre le rapport' }));
    expect(screen.getByText('Choisissez le constat.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'En partie conforme' }));
    await user.click(screen.getByRole('button', { name: 'Rendre le rapport' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Rendre le rapport' }));
    await waitFor(() => expect(screen.queryByRole('radio')).toBeNull());
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ data: { rooms: 3 }, outcome: 'partly' });
  });

  test('goes on where it was left, on whatever device', async () => {
    openAsked({ ...asked, draft: { data: { rooms: 4 }, outcome: 'compliant' } });
    expect(await screen.findByRole('textbox', { name: /Nombre de pièces/ })).toHaveProperty('value', '4');
    expect(screen.getByRole('radio', { name: 'Conforme' })).toHaveProperty('checked', true);
  });

  test('needs no answer where nobody could look', async () => {
    const { user, seen } = openAsked(asked, {
      'PUT /api/inspections/i1/draft': () => ({ status: 204 }),
      'POST /api/inspections/i1/report': () => ({
        body: { ...asked, state: 'reported', outcome: 'notSeen', isOpen: false },
      }),
    });
    await user.click(await screen.findByRole('radio', { name: 'Visite impossible' }));
    await user.click(screen.getByRole('button', { name: 'Rendre le rapport' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Rendre le rapport' }));
    await waitFor(() =>
      expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ data: {}, outcome: 'notSeen' }),
    );
  });

  test('is over after its last day, and withdrawn with a reason', async () => {
    openAsked({ ...asked, isOpen: false });
    expect(await screen.findByText(/Le dernier jour est passé/)).toBeTruthy();
    closeDesk();
    openAsked({ ...asked, state: 'withdrawn', isOpen: false, reason: 'Plus utile.' });
    expect(await screen.findByText(/Plus utile\./)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
