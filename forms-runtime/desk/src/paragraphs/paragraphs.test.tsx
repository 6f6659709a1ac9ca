import type { ParagraphOffers, ParagraphSummary, ParagraphView } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, myTask, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const id = 'p'.repeat(22);
const content: ParagraphView['content'] = {
  title: { fr: 'Plafond dépassé', nl: '' },
  text: { fr: 'Vos revenus dépassent le plafond.', nl: '' },
  legalReference: { fr: 'Arrêté, art. 5', nl: '' },
  procedures: ['rent-allowance'],
  steps: [],
  outcomes: ['refused'],
  grounds: [],
  validFrom: null,
  validTo: null,
};
const changed = { changedBy: { id: 'sofie', name: 'Sofie De Smet' }, changedAt: '2026-11-25T09:00:00.000Z' };
const summary: ParagraphSummary = {
  id,
  key: 'income-ceiling',
  version: 2,
  state: 'inForce',
  content,
  missing: ['nl'],
  uses: 3,
  ...changed,
};
const before = { ...content, text: { fr: 'Vos revenus dépassent la limite.', nl: '' } };
const paragraph: ParagraphView = {
  ...summary,
  versions: [
    { version: 2, act: 'changed', content, reason: 'Nouvel arrêté', uses: 1, ...changed },
    { version: 1, act: 'added', content: before, reason: null, uses: 2, ...changed },
  ],
};
const title = { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' };

const library = (more: Answers = {}): Answers => ({
  'GET /api/paragraphs': () => ({ body: { items: [summary], total: 1, nextCursor: null } }),
  [`GET /api/paragraphs/${id}`]: () => ({ body: paragraph }),
  [`GET /api/paragraphs/${id}/uses`]: () => ({ body: { items: [], total: 0, nextCursor: null } }),
  'GET /api/paragraph-targets': () => ({
    body: [{ procedure: 'rent-allowance', title, steps: [], grounds: [] }],
  }),
  'POST /api/paragraph-previews': () => ({ body: { text: 'Aperçu.', missing: [], problems: [] } }),
  ...more,
});

describe('the library of paragraphs', () => {
  test('says what it is for and which language is missing; an agent adds nothing', async () => {
    openDesk({ address: '/desk/paragraphs', session: agentSession, answers: library() });
    const row = await screen.findByRole('row', { name: /Plafond dépassé/ });
    expect(await within(row).findByText('Allocation de loyer')).toBeTruthy();
    expect(within(row).getByText('Manque en néerlandais')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Nouveau paragraphe type' })).toBeNull();
  });

  test('shows a change before and after, and lets an agent read alone', async () => {
    const { user } = openDesk({ address: `/desk/paragraphs/${id}`, session: agentSession, answers: library() });
    await user.click(await screen.findByText(/^modifiée par Sofie De Smet/));
    expect(screen.getByText('Motif : Nouvel arrêté')).toBeTruthy();
    expect(document.querySelector('details[open] del')?.textContent).toContain('la limite.');
    expect(document.querySelector('details[open] ins')?.textContent).toContain('le plafond.');
    expect(screen.queryByRole('button', { name: 'Modifier' })).toBeNull();
  });

  test('names at its field what is wrong, and asks before what was written is lost', async () => {
    const errors = [{ pointer: '/content/text/nl', keyword: 'field', params: { found: '{{x.y}}' } }];
    const { user, seen } = openDesk({
      address: `/desk/paragraphs/${id}`,
      session: supervisorSession,
      answers: library({ [`POST /api/paragraphs/${id}/versions`]: () => refusal(422, 'INPUT_INVALID', errors) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Modifier' }));
    const dutch = screen.getByLabelText('Texte (Nederlands)');
    await user.type(dutch, 'Te hoog');
    await user.click(screen.getByRole('button', { name: 'Enregistrer la version' }));
    expect(await screen.findByText('Aucune valeur ne s’appelle « {{x.y}} ».')).toBeTruthy();
    expect(dutch.getAttribute('aria-invalid')).toBe('true');
    expect(seen.find(({ path }) => path.endsWith('/versions'))?.body).toMatchObject({ version: 2, reason: '' });
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    const dialog = await screen.findByRole('dialog', { name: 'Quitter sans enregistrer\u00a0?' });
    await user.click(within(dialog).getByRole('button', { name: 'Annuler' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Texte (Nederlands)').value).toBe('Te hoog');
  });

  test('retires with a reason', async () => {
    const { user, seen } = openDesk({
      address: `/desk/paragraphs/${id}`,
      session: supervisorSession,
      answers: library({
        [`POST /api/paragraphs/${id}/retirement`]: () => ({ body: { ...paragraph, state: 'retired' } }),
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Retirer' }));
    const dialog = screen.getByRole('dialog', { name: 'Retirer' });
    await user.click(within(dialog).getByRole('button', { name: 'Retirer' }));
    expect(seen.some(({ path }) => path.endsWith('/retirement'))).toBe(false);
    await user.type(within(dialog).getByLabelText('Motif'), 'Abrogé');
    await user.click(within(dialog).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('Le paragraphe type est retiré.')).toBeTruthy();
    expect(seen.find(({ path }) => path.endsWith('/retirement'))?.body).toEqual({ version: 2, reason: 'Abrogé' });
  });
});

/** The form of the sample, with a remark of several lines. */
const form: unknown = JSON.parse(JSON.stringify(myTask.form).replace('"widget":"text"', '"widget":"textarea"'));

describe('beside a field of a task', () => {
  const offers: ParagraphOffers = {
    language: 'fr',
    items: [
      {
        id,
        key: 'income-ceiling',
        version: 2,
        title: 'Plafond dépassé',
        text: 'Vos revenus dépassent [values.amount].',
        legalReference: 'Arrêté, art. 5',
        fit: 'ground',
        missing: ['values.amount'],
      },
    ],
    untranslated: 1,
    more: false,
  };

  test('a paragraph is chosen and put where the cursor stands, by keyboard, then edited freely', async () => {
    const { user, seen } = openDesk({
      address: '/desk/tasks/101',
      session: agentSession,
      answers: {
        'GET /api/tasks/101': () => ({ body: { ...myTask, form } }),
        'PUT /api/tasks/101/draft': () => ({ status: 204 }),
        'POST /api/tasks/101/paragraph-offers': () => ({ body: offers }),
        'POST /api/tasks/101/paragraphs': () => ({ body: { text: 'Vos revenus.', missing: [] } }),
      },
    });
    const remark = await screen.findByLabelText<HTMLTextAreaElement>(/Remarque/);
    await user.type(remark, 'Vu.');
    const open = screen.getByRole('button', { name: /^Insérer un paragraphe type/ });
    open.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Choisir un paragraphe type' });
    const choice = await within(dialog).findByRole('radio', { name: /Plafond dépassé/ });
    expect(within(dialog).getByText('1 autre n’existe pas dans la langue du dossier.')).toBeTruthy();
    choice.focus();
    await user.keyboard(' ');
    expect(within(dialog).getByText('values.amount')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(remark.value).toBe('Vu.\n\nVos revenus.'));
    expect(seen.find(({ path }) => path.endsWith('/paragraphs'))?.body).toMatchObject({
      field: '/remark',
      paragraphId: id,
      version: 2,
    });
    await user.type(remark, ' Fin.');
    expect(remark.value).toContain('Fin.');
    expect(seen.some(({ path }) => path.endsWith('/completion'))).toBe(false);
  });
});
