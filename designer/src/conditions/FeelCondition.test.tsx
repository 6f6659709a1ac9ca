import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { messages } from '../texts/messages.ts';
import type { NameChoice } from './choices-of-names.ts';
import { FeelCondition } from './FeelCondition.tsx';

afterEach(cleanup);

const words = (text: string) => ({ fr: text, nl: text, en: text });
const certain = { isCertain: true };
const names: readonly NameChoice[] = [
  {
    name: 'application.income',
    label: 'Revenu',
    type: { kind: 'number', isMoney: true },
    group: 'Demande',
    ...certain,
  },
  {
    name: 'application.kind',
    label: 'Type de demande',
    type: {
      kind: 'choice',
      choices: [
        { value: 'first', label: words('Première') },
        { value: 'renewal', label: words('Renouvellement') },
      ],
    },
    group: 'Demande',
    ...certain,
  },
  { name: 'isComplete', label: 'Dossier complet', type: { kind: 'yesNo' }, group: 'Examiner', isCertain: false },
];

const Edited = ({ start, onChange }: { start: string; onChange: (text: string) => void }) => {
  const [value, setValue] = useState(start);
  return (
    <I18nProvider locale="fr" messages={messages.fr}>
      <FeelCondition
        label="Quand passer par ici"
        value={value}
        names={names}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
        feelField={<input aria-label="FEEL" value={value} onChange={(event) => setValue(event.currentTarget.value)} />}
      />
      <output>{value}</output>
    </I18nProvider>
  );
};

const open = (start: string) => {
  const onChange = vi.fn<(text: string) => void>();
  render(<Edited start={start} onChange={onChange} />);
  return { user: userEvent.setup(), onChange, written: () => document.querySelector('output')?.textContent };
};

test('a condition is made with the keyboard alone, and is written once it is whole', async () => {
  const { user, onChange, written } = open('');
  await user.click(screen.getByRole('button', { name: 'Ajouter une condition' }));
  await user.selectOptions(screen.getByLabelText('Donnée'), 'Type de demande');
  expect(screen.getByText(/Complétez/).textContent).toContain('Complétez');
  expect(onChange).not.toHaveBeenCalled();
  await user.selectOptions(screen.getByLabelText('Valeur'), 'Renouvellement');
  expect(written()).toBe('application.kind = "renewal"');

  await user.click(screen.getByRole('button', { name: 'Ajouter une condition' }));
  await user.selectOptions(screen.getAllByLabelText('Donnée')[1] ?? document.body, 'Revenu');
  await user.selectOptions(screen.getAllByLabelText('Comparaison')[1] ?? document.body, 'est supérieur à');
  await user.type(within(screen.getAllByRole('listitem')[1] ?? document.body).getByLabelText('Valeur'), '1 250,5');
  await user.selectOptions(screen.getByLabelText('Ce qui doit être vrai'), 'Au moins une de ces conditions');
  expect(written()).toBe('application.kind = "renewal" or application.income > 1250.5');
});

test('what is only looked at, in words and as FEEL, stays byte for byte', async () => {
  const { user, onChange, written } = open('isComplete  and application.income>10');
  await user.click(screen.getByRole('button', { name: 'Écrire en FEEL' }));
  await user.click(screen.getByRole('button', { name: 'Écrire en mots' }));
  expect(onChange).not.toHaveBeenCalled();
  expect(written()).toBe('isComplete  and application.income>10');
});

test('a name that nothing gives a value is told at once, with the one that was meant', async () => {
  const { user, written } = open('application.incom > 10');
  await user.click(screen.getByRole('button', { name: /Vouliez-vous dire «.Revenu/ }));
  expect(written()).toBe('application.income > 10');
});

test('what has no words stays FEEL and says so', () => {
  open('count(missing) > 0');
  expect(screen.getByLabelText('FEEL')).toHaveProperty('value', 'count(missing) > 0');
  expect(screen.getByText(/reste écrite en FEEL/)).not.toBeNull();
});
