import type { Knowledge } from '@irisflow/names';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { messages } from '../../texts/messages.ts';
import { InputField } from './InputField.tsx';
import type { StepInput } from './step-inputs.ts';

vi.mock('../../names/use-sample.ts', () => ({ useSample: () => ({}) }));
afterEach(cleanup);

const words = (text: string) => ({ fr: text, nl: text, en: text });
const knowledge: Knowledge = {
  isOpen: false,
  names: new Map([
    [
      'payment',
      {
        name: 'payment',
        label: words('Paiement'),
        type: {
          kind: 'context',
          isOpen: false,
          fields: [{ name: 'receivableId', label: words('Créance'), type: { kind: 'text' } }],
        },
        origins: [{ kind: 'step', file: 'a.bpmn', elementId: 'ask', title: words('Demander la redevance') }],
        isCertain: true,
      },
    ],
    [
      'height',
      {
        name: 'height',
        label: words('Hauteur'),
        type: { kind: 'number', isMoney: false },
        origins: [{ kind: 'form', file: 'application.form.json', elementId: null, title: words('Demande') }],
        isCertain: true,
      },
    ],
    [
      'place',
      {
        name: 'place',
        label: words('Adresse'),
        type: { kind: 'text' },
        origins: [{ kind: 'form', file: 'application.form.json', elementId: null, title: words('Demande') }],
        isCertain: true,
      },
    ],
  ]),
};

const input: StepInput = {
  name: 'paymentAmount',
  label: 'Montant (€)',
  hint: null,
  isRequired: true,
  kind: 'number',
  choices: [],
  source: '',
};

const show = (part: Partial<StepInput>) => {
  const told: string[] = [];
  const Edited = () => {
    const [source, setSource] = useState(part.source ?? '');
    return (
      <I18nProvider locale="fr" messages={messages.fr}>
        <InputField
          input={{ ...input, ...part, source }}
          knowledge={knowledge}
          onChange={(next) => {
            told.push(next);
            setSource(next);
          }}
        />
      </I18nProvider>
    );
  };
  render(<Edited />);
  return { told, user: userEvent.setup() };
};

test('an amount is typed as people write it, or is a value of the case that fits, and no FEEL is seen', async () => {
  const { told, user } = show({});
  await user.type(screen.getByRole('textbox', { name: /Montant/ }), '125,5');
  expect(told.at(-1)).toBe('= 125.5');
  // when it shall depend on the case
  await user.selectOptions(screen.getByRole('combobox', { name: /comment le dire/ }), 'name');
  expect(told.at(-1)).toBe('');
  const names = screen.getByRole('combobox', { name: 'Montant (€)' });
  expect([...names.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', 'height']);
  await user.selectOptions(names, 'height');
  expect(told.at(-1)).toBe('= height');
});

test('a text has a line a language, and a choice is chosen by its words', async () => {
  const { told, user } = show({ kind: 'localizedText', label: 'Motif du paiement' });
  await user.type(screen.getByRole('textbox', { name: 'Motif du paiement, Néerlandais' }), 'R');
  expect(told.at(-1)).toBe('= {"fr":"","nl":"R","en":""}');
  cleanup();
  const choice = show({ kind: 'choice', label: 'Nature', choices: [{ value: 'fee', label: 'Redevance' }] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Nature' }), 'Redevance');
  expect(choice.told).toEqual(['= "fee"']);
});

test('what has no words is shown as the formula that it is, and stays as it was', async () => {
  const { told } = show({ source: '= 2 * height' });
  expect(screen.getByRole('combobox', { name: /comment le dire/ })).toHaveProperty('value', 'formula');
  expect(screen.getByRole('textbox', { name: 'Montant (€)' })).toHaveProperty('value', '2 * height');
  expect(told).toEqual([]);
});

test('a text that is taken out to be written anew keeps its field', async () => {
  const { told, user } = show({ kind: 'any', label: 'Motif', source: '= "Taxe"' });
  await user.clear(screen.getByRole('textbox', { name: 'Motif' }));
  await user.type(screen.getByRole('textbox', { name: 'Motif' }), 'Droit');
  expect(told.at(-1)).toBe('= "Droit"');
});

test('several values of the case are chosen by their names, and left out again', async () => {
  const { told } = show({ label: 'Valeurs', kind: 'values', source: '= { height: height }' });
  await userEvent.selectOptions(screen.getByLabelText('Ajouter une donnée'), 'Adresse');
  expect(told.at(-1)).toBe('= { height: height, place: place }');
  await userEvent.click(screen.getByRole('button', { name: /^Retirer.*Hauteur/ }));
  expect(told.at(-1)).toBe('= { place: place }');
});

test('a receivable is chosen by the step that asked for it, and its key is not typed', async () => {
  const { told, user } = show({ kind: 'made', name: 'receivableId', label: 'La créance' });
  const names = screen.getByRole('combobox', { name: 'La créance' });
  expect([...names.querySelectorAll('optgroup')].map(({ label }) => label)).toEqual(['Demander la redevance']);
  await user.selectOptions(names, 'Créance');
  expect(told).toEqual(['= payment.receivableId']);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a message is chosen among those that a process waits for, and another one can be written', async () => {
  const choices = [{ value: 'visit.done', label: 'visit.done' }];
  const { told, user } = show({ kind: 'message', name: 'messageName', label: 'Message', choices });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Message' }), 'visit.done');
  expect(told).toEqual(['= "visit.done"']);
  await user.selectOptions(screen.getByRole('combobox', { name: /comment le dire/ }), 'text');
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'x');
  expect(told.at(-1)).toBe('= "x"');
});
