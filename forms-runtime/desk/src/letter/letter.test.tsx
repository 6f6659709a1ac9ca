import type { LetterDraft, TaskView } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, myTask } from '../testing/sample-views.ts';

afterEach(closeDesk);

const run = (text: string) => ({ text, bold: false, italic: false });
const block = (text: string) => ({ kind: 'paragraph' as const, runs: [run(text)] });
const sheet: NonNullable<TaskView['letter']> = {
  key: 'grant',
  language: 'fr',
  subject: 'Décision d’octroi',
  administration: 'Bruxelles Logement',
  recipient: ['Amina El Idrissi'],
  date: '25 novembre 2026',
  reference: 'Réf. BH-RA-2026-000042-17',
  blocks: [block('Vous recevez 80,00 €.')],
  complete: true,
};
const base = 'Vous recevez {80,00 €}.';
const draft: LetterDraft = {
  template: 'grant',
  language: 'fr',
  version: 0,
  editedBy: null,
  editedAt: null,
  bar: null,
  isStale: false,
  complete: true,
  parts: [
    { path: '0', lock: null, text: base, base, isEdited: false, blocks: [block('Vous recevez 80,00 €.')] },
    { path: '1', lock: 'mandatory', text: null, base: null, isEdited: false, blocks: [block('Recours : 30 jours.')] },
  ],
};
const edited: LetterDraft = {
  ...draft,
  version: 3,
  editedBy: { id: 'cleo', name: 'Cléo Maes' },
  editedAt: '2026-11-25T09:00:00.000Z',
  parts: draft.parts.map((part) => (part.path === '0' ? { ...part, isEdited: true, text: 'Voici {80,00 €}.' } : part)),
};

const open = (shown: LetterDraft, more: Answers = {}) =>
  openDesk({
    address: '/desk/tasks/101',
    session: agentSession,
    answers: {
      'GET /api/tasks/101': () => ({ body: { ...myTask, letter: sheet } }),
      'GET /api/tasks/101/letter-draft': () => ({ body: shown }),
      ...more,
    },
  });

describe('the letter beside the task that signs it', () => {
  test('is edited paragraph by paragraph, and says at the field what is wrong', async () => {
    let isRefused = true;
    const { user, seen } = open(draft, {
      'PUT /api/tasks/101/letter-draft': () => {
        const errors = [{ pointer: '/edits/0/text', keyword: 'valueMissing', params: { found: '{80,00 €}' } }];
        return isRefused ? refusal(422, 'INPUT_INVALID', errors) : { body: edited };
      },
    });
    const buttons = await screen.findAllByRole('button', { name: /^Modifier ce paragraphe/ });
    expect(buttons).toHaveLength(1);
    await user.click(buttons[0]!);
    const field = screen.getByLabelText('Texte du paragraphe');
    await user.clear(field);
    await user.type(field, 'Rien.');
    await user.click(screen.getByRole('button', { name: 'Garder ce texte' }));
    expect(await screen.findByText(/La valeur \{80,00 €\} a disparu/)).toBeTruthy();
    isRefused = false;
    await user.click(screen.getByRole('button', { name: 'Garder ce texte' }));
    expect(await screen.findByText(/^Modifié avant la signature par Cléo Maes/)).toBeTruthy();
    expect(seen.find(({ method, path }) => method === 'PUT' && path.endsWith('/letter-draft'))?.body).toEqual({
      version: 0,
      edits: [{ path: '0', text: 'Rien.' }],
    });
    await waitFor(() => expect(document.activeElement?.id).toBe('letter-edit-0'));
  });

  test('shows a second person what the first changed, and is signed as it was read', async () => {
    const { user, seen } = open(edited, {
      'POST /api/tasks/101/completion': () => refusal(409, 'LETTER_CHANGED', []),
    });
    const letter = await screen.findByRole('article');
    expect(await within(letter).findByText('Ce qui a changé par rapport au modèle')).toBeTruthy();
    expect(letter.querySelector('del')?.textContent).toContain('Vous recevez');
    expect(letter.querySelector('ins')?.textContent).toContain('Voici');
    await user.click(screen.getByRole('button', { name: 'Terminer la tâche' }));
    await user.click(await screen.findByRole('button', { name: 'Confirmer et terminer' }));
    expect(await screen.findByText('Le courrier a été modifié depuis que vous l’avez lu')).toBeTruthy();
    expect(seen.find(({ path }) => path.endsWith('/completion'))?.body).toMatchObject({ letterVersion: 3 });
  });

  test('goes back to its template', async () => {
    const { user, seen } = open(edited, { 'PUT /api/tasks/101/letter-draft': () => ({ body: draft }) });
    await user.click(await screen.findByRole('button', { name: /^Modifier ce paragraphe/ }));
    await user.click(screen.getByRole('button', { name: 'Revenir au texte du modèle' }));
    await waitFor(() => expect(screen.queryByText('Ce qui a changé par rapport au modèle')).toBeNull());
    expect(seen.find(({ method, path }) => method === 'PUT' && path.endsWith('/letter-draft'))?.body).toEqual({
      version: 3,
      edits: [],
    });
  });

  test('says why it cannot be edited', async () => {
    open({ ...draft, bar: 'languages' });
    expect(await screen.findByText(/part en plusieurs langues/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Modifier ce paragraphe/ })).toBeNull();
  });
});
