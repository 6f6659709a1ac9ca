import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../../texts/messages.ts';
import { createTranslate } from '../canvas-texts/translate.ts';
import { ProcessOutline } from './ProcessOutline.tsx';
import type { OutlineItem } from './read-outline.ts';

afterEach(cleanup);

const items: OutlineItem[] = [
  {
    id: 'start',
    type: 'bpmn:StartEvent',
    name: 'Demande',
    depth: 0,
    exits: [{ id: 'f', label: '', target: 'Examiner' }],
  },
  {
    id: 'review',
    type: 'bpmn:UserTask',
    name: 'Examiner',
    depth: 0,
    exits: [
      { id: 'yes', label: 'oui', target: 'Accorder' },
      { id: 'no', label: '', target: 'Refuser' },
    ],
  },
];

/** Shows the outline and writes down what it asks for. */
const show = () => {
  const asked: string[] = [];
  render(
    <I18nProvider locale="fr" messages={messages.fr}>
      <ProcessOutline
        items={items}
        selectedId="review"
        translate={createTranslate('fr')}
        commands={{
          select: (id) => asked.push(`select ${id}`),
          rename: (id, name) => asked.push(`rename ${id} ${name}`),
          remove: async (id) => asked.push(`remove ${id}`) > 0,
          append: (id, type) => {
            asked.push(`append ${id} ${type}`);
            return 'start';
          },
        }}
      />
    </I18nProvider>,
  );
  return asked;
};

test('each step is read with its kind in the language of the screens', () => {
  show();
  expect(screen.getByRole('button', { name: 'Tâche utilisateur Examiner' }).getAttribute('aria-current')).toBe('true');
});

test('a step is renamed with the keyboard alone', async () => {
  const asked = show();
  screen.getByRole('button', { name: /Examiner/ }).focus();
  await userEvent.keyboard('{F2}');
  await userEvent.clear(screen.getByLabelText('Nouveau nom'));
  await userEvent.keyboard('Instruire{Enter}');
  expect(asked).toEqual(['rename review Instruire']);
});

test('escape leaves the name as it was, and the keyboard where it was', async () => {
  const asked = show();
  await userEvent.click(screen.getByRole('button', { name: 'Renommer' }));
  await userEvent.keyboard('X{Escape}');
  expect(asked).toEqual([]);
  expect(document.activeElement?.textContent).toBe('Tâche utilisateur Examiner');
});

test('a way out of a step is chosen with the keyboard alone', async () => {
  const asked = show();
  screen.getByRole('button', { name: '→ Refuser' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(asked).toEqual(['select no']);
});

test('the next step is appended by choosing its kind, and asked for its name at once', async () => {
  const asked = show();
  await userEvent.selectOptions(screen.getByLabelText('Ajouter ensuite…'), 'Passerelle exclusive');
  expect(asked).toEqual(['append review bpmn:ExclusiveGateway']);
  expect(document.activeElement).toBe(screen.getByLabelText('Nouveau nom'));
});

test('delete removes the step that has the focus', async () => {
  const asked = show();
  screen.getByRole('button', { name: /Demande/ }).focus();
  await userEvent.keyboard('{Delete}');
  expect(asked).toEqual(['remove start']);
  // Nothing is before it: the keyboard goes on at what came after.
  expect(document.activeElement?.textContent).toBe('Tâche utilisateur Examiner');
});
