import type { LetterDraft, TaskView } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, myTask, sampleCase } from '../testing/sample-views.ts';

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
const { language, subject, administration, recipient, date, reference } = sheet;
const french: LetterDraft['languages'][number] = {
  language,
  subject,
  administration,
  recipient,
  date,
  reference,
  isStale: false,
  complete: true,
  parts: [
    { path: '0', lock: null, text: base, base, isEdited: false, blocks: [block('Vous recevez 80,00 €.')] },
    { path: '1', lock: 'mandatory', text: null, base: null, isEdited: false, blocks: [block('Recours : 30 jours.')] },
  ],
};
const draft: LetterDraft = {
  template: 'grant',
  version: 0,
  editedBy: null,
  editedAt: null,
  bar: null,
  languages: [french],
};
const withText = (letter: typeof french, text: string): typeof french => ({
  ...letter,
  parts: letter.parts.map((part) => (part.path === '0' ? { ...part, isEdited: true, text } : part)),
});
const edited: LetterDraft = {
  ...draft,
  version: 3,
  editedBy: { id: 'cleo', name: 'Cléo Maes' },
  editedAt: '2026-11-25T09:00:00.000Z',
  languages: [withText(french, 'Voici {80,00 €}.')],
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
      edits: [{ language: 'fr', path: '0', text: 'Rien.' }],
    });
    await waitFor(() => expect(document.activeElement?.id).toBe('letter-edit-fr-0'));
  });

  test('shows a second person what the first changed, and is signed as it was read', async () => {
    const { user, seen } = open(edited, {
      'POST /api/tasks/101/completion': () => refusal(409, 'LETTER_CHANGED', []),
    });
    expect(await screen.findByText('Ce qui a changé par rapport au modèle')).toBeTruthy();
    const letter = screen.getByRole('article');
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

  test('is only read by who has not the task', async () => {
    open({ ...edited, bar: 'task' });
    expect(await screen.findByText('Ce qui a changé par rapport au modèle')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Modifier ce paragraphe/ })).toBeNull();
  });
});

describe('a letter in two languages', () => {
  const said = 'U ontvangt {€ 80,00}.';
  const dutch: typeof french = {
    ...french,
    language: 'nl',
    subject: 'Beslissing tot toekenning',
    parts: [{ path: '0', lock: null, text: said, base: said, isEdited: false, blocks: [block('U ontvangt € 80,00.')] }],
  };
  const both: LetterDraft = { ...edited, languages: [withText(french, 'Voici {80,00 €}.'), dutch] };
  const put = 'PUT /api/tasks/101/letter-draft';
  const sent = (seen: ReturnType<typeof open>['seen']) => seen.filter(({ method }) => method === 'PUT').at(-1)?.body;

  test('is read by the keyboard, tab by tab, and says where it was changed', async () => {
    const { user } = open(both);
    const first = await screen.findByRole('tab', { name: 'Français (1 changement)' });
    expect(screen.getByText(/Modifié en : Français. Selon le modèle en : Néerlandais/)).toBeTruthy();
    first.focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Néerlandais', selected: true }));
    const letter = screen.getByRole('article');
    expect(letter.lang).toBe('nl');
    expect(within(letter).getByText('Beslissing tot toekenning')).toBeTruthy();
    const pdf = screen.getByRole('link', { name: 'Ouvrir en PDF (nouvel onglet)' });
    expect(pdf.getAttribute('href')).toBe('/api/tasks/101/letter?language=nl');
  });

  test('is edited in each: what was written in the other goes along, and an empty text is refused at its tab', async () => {
    const errors = [
      { pointer: '/edits/0/text', keyword: 'required', params: { found: '', language: 'nl', path: '0' } },
    ];
    let isRefused = true;
    const done: LetterDraft = {
      ...both,
      version: 4,
      languages: [both.languages[0]!, withText(dutch, 'Hier: {€ 80,00}.')],
    };
    const { user, seen } = open(both, {
      [put]: () => (isRefused ? refusal(422, 'INPUT_INVALID', errors) : { body: done }),
    });
    await user.click(await screen.findByRole('tab', { name: 'Néerlandais' }));
    await user.click(screen.getByRole('button', { name: /^Modifier ce paragraphe/ }));
    await user.clear(screen.getByLabelText('Texte du paragraphe'));
    await user.click(screen.getByRole('button', { name: 'Garder ce texte' }));
    expect(await screen.findByText('Écrivez un texte, ou revenez à celui du modèle.')).toBeTruthy();
    expect(sent(seen)).toEqual({
      version: 3,
      edits: [
        { language: 'nl', path: '0', text: '' },
        { language: 'fr', path: '0', text: 'Voici {80,00 €}.' },
      ],
    });
    isRefused = false;
    await user.click(screen.getByRole('button', { name: 'Garder ce texte' }));
    expect(await screen.findByRole('tab', { name: 'Néerlandais (1 changement)' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.id).toBe('letter-edit-nl-0'));
  });

  test('says in which language something else is wrong, and keeps what was typed while another is read', async () => {
    const errors = [{ pointer: '/edits/1/text', keyword: 'locked', params: { found: '0', language: 'fr', path: '0' } }];
    const { user } = open(both, { [put]: () => refusal(422, 'INPUT_INVALID', errors) });
    await user.click(await screen.findByRole('tab', { name: 'Néerlandais' }));
    await user.click(screen.getByRole('button', { name: /^Modifier ce paragraphe/ }));
    await user.type(screen.getByLabelText('Texte du paragraphe'), ' Tot ziens.');
    await user.click(screen.getByRole('button', { name: 'Garder ce texte' }));
    expect(await screen.findByText('Français : Ce paragraphe ne se modifie plus.')).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: 'Français (1 changement)' }));
    expect(screen.queryByLabelText('Texte du paragraphe')).toBeNull();
    await user.click(screen.getByRole('tab', { name: 'Néerlandais (en cours)' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Texte du paragraphe').value).toBe(`${said} Tot ziens.`);
  });

  test('marks the tab of a language in which it would not leave', async () => {
    open({ ...both, languages: [both.languages[0]!, { ...dutch, complete: false }] });
    expect(await screen.findByRole('tab', { name: 'Néerlandais (à revoir)' })).toBeTruthy();
  });

  test('that left shows on the case what was changed in which language', async () => {
    const letters = [
      {
        id: 'l1',
        template: 'grant',
        subject: 'Décision d’octroi',
        language: 'fr',
        isCourtesy: false,
        sentAt: '2026-11-26T09:00:00.000Z',
        documentId: 'd1',
        channels: ['portal'],
        recipient: null,
      },
    ];
    const changes = [
      { language: 'fr', base, text: 'Voici {80,00 €}.' },
      { language: 'nl', base: said, text: 'Hier: {€ 80,00}.' },
    ];
    const { editedBy, editedAt } = edited;
    const left = {
      template: 'grant',
      language: 'fr',
      version: 3,
      editedBy,
      editedAt,
      documentId: 'd1',
      isSigned: true,
    };
    openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        'GET /api/cases/c1': () => ({ body: { ...sampleCase, letters } }),
        'GET /api/cases/c1/letter-edits': () => ({ body: [{ ...left, changes }] }),
      },
    });
    const history = (await screen.findByText(/^Modifié avant la signature par Cléo Maes/)).closest('details')!;
    expect(within(history).getByText('Néerlandais')).toBeTruthy();
    expect([...history.querySelectorAll('.desk-diff')].map((text) => text.getAttribute('lang'))).toEqual(['fr', 'nl']);
  });
});
