import type { ProcedureDraft, ProcedureProblem } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { DraftProvider } from '../workspace/draft-context.ts';
import { stillPort } from '../workspace/testing/still-port.ts';
import { DraftStore } from '../workspace/draft-store.ts';
import type { Letter } from './letter.ts';
import { LetterEditor } from './LetterEditor.tsx';

afterEach(cleanup);

beforeAll(() => {
  // A document without a layout has no places.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  HTMLElement.prototype.scrollIntoView = () => undefined;
});

const text = (words: string) => ({ type: 'text', text: words });
const letter = {
  kind: 'letter',
  formatVersion: 1,
  key: 'grant',
  subject: { fr: 'Octroi', nl: 'Toekenning', en: '' },
  body: {
    fr: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [text('Madame, Monsieur,')] },
        { type: 'paragraph', content: [text('Total '), { type: 'field', path: 'values.amont', format: 'money' }] },
        { type: 'conditional', when: 'values.isGranted', content: [{ type: 'paragraph', content: [text('Oui')] }] },
        {
          type: 'table',
          columns: [
            { header: 'Mois', value: 'item.month' },
            { header: 'Montant', value: 'item.amount', format: 'money' },
          ],
          rows: 'values.payments',
        },
      ],
    },
    nl: { type: 'doc', content: [{ type: 'paragraph', content: [text('Mevrouw,')] }] },
    en: { type: 'doc', content: [{ type: 'paragraph' }] },
  },
  mandatory: [],
};
const path = 'grant.letter.json';
const written = `${JSON.stringify(letter, null, 2)}\n`;

const process = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t" id="d"><process id="p" isExecutable="true"><startEvent id="s"><outgoing>a</outgoing></startEvent><sequenceFlow id="a" sourceRef="s" targetRef="send"/><serviceTask id="send"><extensionElements><zeebe:taskDefinition type="letter"/><zeebe:ioMapping><zeebe:input source="=&quot;grant&quot;" target="template"/><zeebe:input source="=120" target="values.amount"/><zeebe:input source="=true" target="values.isGranted"/><zeebe:input source="=[{month: &quot;mai&quot;, amount: 3}]" target="values.payments"/></zeebe:ioMapping></extensionElements><incoming>a</incoming><outgoing>b</outgoing></serviceTask><sequenceFlow id="b" sourceRef="send" targetRef="e"/><endEvent id="e"><incoming>b</incoming></endEvent></process></definitions>`;

const problem: ProcedureProblem = {
  file: path,
  code: 'LETTER_FIELD_EMPTY',
  severity: 'error',
  message: {
    fr: 'Le champ « values.amont » restera vide.',
    nl: 'Het veld “values.amont” blijft leeg.',
    en: 'The field “values.amont” will stay empty.',
  },
  elementId: null,
  pointer: '/body/fr/content/1/content/1',
  line: null,
};

const opened = async (focus: ProcedureProblem | null = null) => {
  const files = [
    { path, content: written },
    { path: 'p.bpmn', content: process },
  ];
  const draft = { revision: 1, files } as unknown as ProcedureDraft;
  const store = new DraftStore(draft, stillPort(draft, [problem]), { quiet: 3_600_000, now: () => new Date() });
  await store.lint();
  render(
    <I18nProvider locale="fr" messages={messages.fr}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
        <DraftProvider value={store}>
          <LetterEditor procedureKey="example" path={path} focus={focus} story={null} onStoryEnd={() => undefined} />
        </DraftProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  const page = screen.getByRole('textbox', { name: 'Texte du courrier, Français' });
  const { editor } = page as HTMLElement & { editor: Editor };
  const file = (): Letter => JSON.parse(store.state().files.get(path) ?? '') as Letter;
  return { store, page, editor, file };
};

/** Types as keys do it: each character through the page's own handlers. */
const type = (editor: Editor, words: string): void =>
  act(() => {
    for (const sign of words) editor.view.dispatch(editor.state.tr.insertText(sign));
  });
const toEndOf = (editor: Editor, words: string): void =>
  act(() => {
    editor.state.doc.descendants((node, at) => {
      if (node.isText && node.text === words) editor.commands.setTextSelection(at + node.nodeSize);
    });
  });
const press = (page: HTMLElement, key: string, more: object = {}): void => {
  act(() => {
    fireEvent.keyDown(page, { key, ...more });
  });
};

test('opening a letter and looking at every language and the source leaves the file as it is', async () => {
  const { store } = await opened();
  for (const tab of screen.getAllByRole('tab')) fireEvent.click(tab);
  expect(store.state().files.get(path)).toBe(written);
});

test('a field that will print empty is red with the sentence of the check, and the list of problems leads to it', async () => {
  const { page, editor } = await opened(problem);
  const wrong = within(page).getByText(/values\.amont|amont/, { selector: '.letter-chip' });
  expect(wrong.title).toBe(problem.message.fr);
  expect(editor.state.selection.$from.nodeAfter?.attrs['path']).toBe('values.amont');
});

test('typing a brace and a part of a name puts a field in, with the format of its type', async () => {
  const { page, editor, file, store } = await opened();
  toEndOf(editor, 'Madame, Monsieur,');
  type(editor, ' {introd');
  expect(within(screen.getByRole('listbox')).getByRole('option', { selected: true }).textContent).toContain(
    'Date d’introduction',
  );
  press(page, 'Enter');
  expect(file().body.fr.content[0]).toMatchObject({
    content: [{ text: 'Madame, Monsieur, ' }, { type: 'field', path: 'case.submittedOn', format: 'date' }],
  });
  const kept = (store.state().files.get(path) ?? '').split('"Total "')[1];
  expect(kept).toBe(written.split('"Total "')[1]);
});

test('what was waved away stays a sign of the text', async () => {
  const { page, editor, file } = await opened();
  toEndOf(editor, 'Oui');
  type(editor, ' {');
  press(page, 'Escape');
  type(editor, 'x');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(JSON.stringify(file().body.fr.content[2])).toContain('Oui {x');
});

test('a condition says itself in words and is taken away without its text', async () => {
  const { page, editor, file } = await opened();
  expect(within(page).getByText(/isGranted est oui/, { selector: 'strong' })).toBeDefined();
  toEndOf(editor, 'Oui');
  press(page, 'Enter', { ctrlKey: true });
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /garder le texte/ }));
  expect(file().body.fr.content[2]).toEqual({ type: 'paragraph', content: [text('Oui')] });
  press(page, 'z', { ctrlKey: true });
  expect(file()).toEqual(letter);
});

test('a column of a table is named, formatted and moved by keyboard fields', async () => {
  const { page, file } = await opened();
  fireEvent.click(within(page).getByRole('button', { name: /Modifier.*payments/ }));
  const dialog = within(screen.getByRole('dialog'));
  const [first] = dialog.getAllByLabelText('Titre de la colonne');
  fireEvent.change(first!, { target: { value: 'Période' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Descendre Période' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Appliquer' }));
  expect(file().body.fr.content[3]).toEqual({
    type: 'table',
    columns: [
      { header: 'Montant', value: 'item.amount', format: 'money' },
      { header: 'Période', value: 'item.month' },
    ],
    rows: 'values.payments',
  });
});

test('a paragraph is closed to clerks by a button', async () => {
  const { editor, file } = await opened();
  toEndOf(editor, 'Madame, Monsieur,');
  fireEvent.click(screen.getByRole('button', { name: /^Fixe/ }));
  expect(file().body.fr.content[0]).toMatchObject({ editable: false });
});

test('a standard paragraph of the law comes in below the caret', async () => {
  const { editor, file } = await opened();
  toEndOf(editor, 'Madame, Monsieur,');
  fireEvent.click(screen.getByRole('button', { name: 'Paragraphe type' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Voies de recours' }));
  expect(file().body.fr.content.slice(1, 3)).toMatchObject([
    { type: 'heading', level: 2 },
    { type: 'bulletList', each: 'remedies' },
  ]);
});

test('the tools are one stop of the Tab key, with arrows between them', async () => {
  const { page } = await opened();
  press(page, 'F10', { altKey: true });
  const bold = screen.getByRole('button', { name: 'Gras' });
  expect(document.activeElement).toBe(bold);
  fireEvent.keyDown(bold, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Italique' }));
  const tools = [...screen.getByRole('toolbar').querySelectorAll('button')];
  expect(tools.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
});

test('a language without words says so, and what it lacks of the others', async () => {
  await opened();
  expect(screen.getAllByRole('tab', { name: /Anglais.*vide/ })).not.toHaveLength(0);
  const [dutch] = screen.getAllByRole('tab', { name: /Néerlandais/ });
  fireEvent.click(dutch!);
  expect(screen.getByText(/Imprimé dans une autre langue et pas ici/).textContent).toContain('amont');
});
