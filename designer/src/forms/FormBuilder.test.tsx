import type { FormDefinition } from '@irisflow/forms';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { messages } from '../texts/messages.ts';
import { writeJson } from '../workspace/draft-json.ts';
import { patchJson } from '../workspace/patch-json.ts';
import { ElementActionsProvider } from './actions.tsx';
import { addField, addPage } from './edit/build.ts';
import { FormEditingProvider } from './editing.ts';
import { FormBuilder } from './FormBuilder.tsx';
import { useTextHistory } from '../app/use-text-history.ts';

const blank: FormDefinition = {
  kind: 'form',
  formatVersion: 1,
  key: 'application',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: { type: 'object', properties: {} },
  uischema: { type: 'Categorization', elements: [] },
  translations: {},
};
const say = (text: string) => ({ fr: text, nl: text, en: text });

const formWithName = (): FormDefinition => {
  const page = addPage(blank, 0, say('Vous')).form;
  const words = { label: say('Nom') };
  return addField(page, { parentId: 'page', index: 0 }, { kind: 'text', words }).form;
};

const written = () => screen.getByTestId('file').textContent;
const form = () => JSON.parse(written()) as FormDefinition;

const Edited = ({ published }: { published: FormDefinition | null }) => {
  const [content, setContent] = useState(() => writeJson(formWithName()));
  const [selectedId, select] = useState<string | null>(null);
  const history = useTextHistory(content, setContent);
  const now = JSON.parse(content) as FormDefinition;
  const edit = (next: FormDefinition, merge?: string) => history.push(patchJson(content, next), merge);
  return (
    <I18nProvider locale="fr" messages={messages.fr}>
      <ToastProvider>
        <FormEditingProvider
          value={{
            form: now,
            filled: now,
            edit,
            selectedId,
            select,
            published,
            isTaskForm: false,
            taskForms: [],
            codeLists: [],
            sources: [],
            described: null,
          }}
        >
          <ElementActionsProvider>
            <FormBuilder />
          </ElementActionsProvider>
        </FormEditingProvider>
        <pre hidden data-testid="file">
          {content}
        </pre>
        <button type="button" onClick={history.undo}>
          Annuler
        </button>
      </ToastProvider>
    </I18nProvider>
  );
};

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});
afterEach(cleanup);

/** All letters at once: what each of them draws anew takes jsdom long. */
const write = async (field: HTMLElement, text: string): Promise<void> => {
  await userEvent.click(field);
  fireEvent.change(field, { target: { value: text } });
};
const panel = () => within(document.querySelector<HTMLElement>('.form-builder__panel')!);
const button = (name: RegExp) => screen.getAllByLabelText(name, { selector: 'button' })[0]!;
const choose = (name: RegExp) => userEvent.click(button(name));

test('a field is chosen on the form, renamed with its label, required, and all of it undone step by step', async () => {
  render(<Edited published={null} />);
  const before = written();
  await choose(/^Nom, Texte court/);
  const label = panel().getByLabelText('Libellé, Français');
  await write(label, 'Nom de famille');
  expect(Object.keys(form().schema.properties)).toEqual(['nomDeFamille']);
  await userEvent.click(panel().getByLabelText('Obligatoire'));
  expect(form().schema.required).toEqual(['nomDeFamille']);
  await userEvent.click(screen.getByText('Annuler', { selector: '[type="button"]' }));
  expect(form().schema.required).toBeUndefined();
  await userEvent.click(screen.getByText('Annuler', { selector: '[type="button"]' }));
  expect(written()).toBe(before);
});

test('the name of a published field stays until somebody insists', async () => {
  render(<Edited published={formWithName()} />);
  await choose(/^Nom, Texte court/);
  await write(panel().getByLabelText('Libellé, Français'), 'Nom de famille');
  expect(Object.keys(form().schema.properties)).toEqual(['text']);
  await userEvent.click(panel().getByText('Le changer malgré tout'));
  const key = panel().getByLabelText(/Nom dans les données/);
  await write(key, 'lastName');
  await userEvent.tab();
  expect(Object.keys(form().schema.properties)).toEqual(['lastName']);
});

test('keys move, copy, paste and remove what is chosen; a gap takes what its palette offers', async () => {
  render(<Edited published={null} />);
  await choose(/^Ajouter à la fin de Vous/);
  const dialog = within(document.querySelector<HTMLElement>('dialog[open]')!);
  await userEvent.click(dialog.getByText('Un choix'));
  const ids = () => form().uischema.elements[0]!.elements.map(({ id }) => id);
  expect(ids()).toEqual(['c_text', 'c_radio']);
  const field = button(/^Un choix, Un choix/);
  field.focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(ids()).toEqual(['c_radio', 'c_text']);
  button(/^Un choix, Un choix/).focus();
  await userEvent.keyboard('{Control>}cv{/Control}');
  expect(ids()).toEqual(['c_radio', 'c_radio2', 'c_text']);
  button(/^Un choix, Un choix/).focus();
  await userEvent.keyboard('{Delete}');
  expect(ids()).toEqual(['c_radio2', 'c_text']);
});

test('choices are added and named, and their values follow', async () => {
  render(<Edited published={null} />);
  await choose(/^Nom, Texte court/);
  await userEvent.selectOptions(panel().getByLabelText(/^Type/), 'Un choix');
  await userEvent.click(panel().getByText('Ajouter un choix'));
  const word = panel().getByLabelText('Choix 3, Français');
  await write(word, 'Peut-être');
  expect(form().schema.properties['text']?.oneOf?.map((choice) => choice.const)).toEqual(['a', 'b', 'peutEtre']);
});
