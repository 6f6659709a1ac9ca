import type { CaseImportView, ImportFormView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const column = (key: string, label: string, more: Partial<ImportFormView['columns'][number]> = {}) => ({
  key,
  label: text(label),
  expected: text('un texte'),
  hint: text(''),
  isRequired: false,
  isRestricted: false,
  isNumber: false,
  ...more,
});

const form: ImportFormView = {
  columns: [
    column('reference', 'Référence d’origine', { isRequired: true }),
    column('received-on', 'Date de réception', { isRequired: true }),
    column('applicant-name', 'Nom du demandeur', { isRequired: true }),
    column('answers.rent', 'Loyer', { isNumber: true }),
  ],
  files: [text('Bail')],
  maxRows: 10_000,
  maxBytes: 20_971_520,
  keptDays: 30,
};

const id = 'f'.repeat(22);
const counts = { waiting: 0, ready: 0, warned: 0, known: 0, wrong: 0, imported: 0, failed: 0 };
const view = (more: Partial<CaseImportView> = {}): CaseImportView => ({
  id,
  procedureKey: 'rent-allowance',
  procedureTitle: text('Aide au loyer'),
  fileName: 'dossiers.csv',
  uploadedAt: '2026-11-25T09:00:00Z',
  uploadedBy: { id: 'chloe', name: 'Chloé' },
  state: 'uploaded',
  rows: 3,
  counts: { ...counts, waiting: 3 },
  eraseAt: '2026-12-25T09:00:00Z',
  erasedAt: null,
  header: ['reference', 'Date', 'Nom', 'Loyer'],
  samples: [['A-1'], ['31/01/2020'], ['Noor'], ['1.200']],
  proposed: ['reference', null, 'applicant-name', 'answers.rent'],
  settings: null,
  revision: 0,
  isOutdated: false,
  problems: [],
  form,
  ...more,
});

const settings: CaseImportView['settings'] = {
  columns: ['reference', 'received-on', 'applicant-name', 'answers.rent'],
  marks: {},
  language: 'fr',
  mode: 'start',
  termsFromReceipt: true,
};
const checked = view({
  state: 'checked',
  revision: 1,
  settings,
  counts: { ...counts, ready: 1, wrong: 2 },
  problems: [
    {
      code: 'number',
      key: 'answers.rent',
      label: text('Loyer'),
      text: text('Attendu : un nombre.'),
      isError: true,
      rows: 2,
      line: 3,
    },
  ],
});
const wrongRows = {
  items: [
    {
      position: 2,
      line: 3,
      reference: 'A-2',
      state: 'wrong',
      caseId: null,
      findings: [
        { code: 'number', label: text('Loyer'), found: 'beaucoup', text: text('Attendu : un nombre.'), isError: true },
      ],
    },
  ],
  next: null,
};

const open = (first: CaseImportView, more: Answers = {}) =>
  openDesk({
    address: `/desk/case-imports/${id}`,
    session: supervisorSession,
    answers: {
      [`GET /api/case-imports/${id}`]: () => ({ body: first }),
      [`GET /api/case-imports/${id}/rows`]: () => ({ body: wrongRows }),
      ...more,
    },
  });

describe('taking cases over', () => {
  test('columns are matched by their headers, corrected on screen, and the dry run says how they are read', async () => {
    const { user, seen } = open(view(), { [`POST /api/case-imports/${id}/check`]: () => ({ body: checked }) });
    await screen.findByRole('heading', { level: 1, name: 'dossiers.csv' });
    await user.click(screen.getByRole('button', { name: 'Contrôler sans rien écrire' }));
    // What every case needs is missing, and nothing was sent.
    await screen.findByText('Aucune colonne n’est « Date de réception »');
    expect(seen.some(({ path }) => path.endsWith('/check'))).toBe(false);
    const date = screen.getByLabelText('Champ de la colonne Date');
    // What another column is already is not offered.
    expect(within(date).queryByText(/Nom du demandeur/)).toBeNull();
    await user.selectOptions(date, 'received-on');
    await user.selectOptions(screen.getByLabelText('Signe décimal de la colonne Loyer'), 'comma');
    await user.click(screen.getByRole('radio', { name: /Démarrer le processus/ }));
    await user.click(screen.getByRole('checkbox', { name: /Compter les délais/ }));
    await user.click(screen.getByRole('button', { name: 'Contrôler sans rien écrire' }));
    await screen.findByText('Contrôlé, rien n’est repris');
    expect(seen.find(({ path }) => path.endsWith('/check'))?.body).toEqual({
      settings: { ...settings, marks: { 'answers.rent': 'comma' } },
    });
  });

  test('what was found is told by column and by row, and nothing starts before it was said to be final', async () => {
    const { user, seen } = open(checked, {
      [`POST /api/case-imports/${id}/start`]: () => ({
        body: view({ ...checked, state: 'running', counts: { ...counts, ready: 1, wrong: 2 } }),
      }),
    });
    const found = await screen.findByRole('table', { name: 'Ce qui a été trouvé' });
    expect(within(found).getByText('Loyer')).toBeTruthy();
    expect(await screen.findByText('beaucoup')).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'À corriger (2)' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Reprendre 1 dossier' }));
    const dialog = await screen.findByRole('dialog', { name: 'Reprendre 1 dossier\u00a0?' });
    expect(within(dialog).getByText('Une reprise ne peut pas être annulée.')).toBeTruthy();
    expect(within(dialog).getByText('2 lignes à corriger ne sont pas reprises.')).toBeTruthy();
    expect(within(dialog).getByText('Les délais comptent depuis la date de réception.')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Reprendre 1 dossier' }));
    await screen.findByText('Reprise en cours');
    expect(seen.find(({ path }) => path.endsWith('/start'))?.body).toEqual({ revision: 1 });
    expect(screen.getByRole('button', { name: 'Arrêter la reprise' })).toBeTruthy();
  });

  test('agents are shown their own work instead', async () => {
    openDesk({ address: '/desk/case-imports', session: agentSession, answers: {} });
    expect(await screen.findByRole('heading', { level: 1, name: 'Mes tâches' })).toBeTruthy();
  });
});
