import { changeDecision, readEditable, writeDmn, type DecisionChange } from '@irisflow/dmn';
import { I18nProvider } from '@irisflow/ui';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NameChoice } from '../conditions/choices-of-names.ts';
import { messages } from '../texts/messages.ts';
import { shownInputs, shownOutputs } from './columns.ts';
import { TableGrid } from './TableGrid.tsx';

// The window of the tests has no such function; the ids here need none.
beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }));
afterEach(cleanup);

const names: NameChoice[] = [
  { name: 'income', label: 'Income', type: { kind: 'number', isMoney: true }, group: 'Case', isCertain: true },
  { name: 'owner', label: 'Owner', type: { kind: 'yesNo' }, group: 'Case', isCertain: true },
];

const begun = writeDmn({
  id: 'drg',
  decisions: [
    {
      id: 'd',
      logic: {
        inputs: [{ expression: 'income' }, { expression: 'owner' }],
        outputs: [{ name: 'grant', label: 'Grant', typeRef: 'string' }],
        rules: [
          ['< 100', 'true', '"a"'],
          ['-', 'false', '"b"'],
        ],
      },
    },
  ],
});

const rules = () => {
  const logic = readEditable(screen.getByTestId('file').textContent)?.decisions[0]?.logic;
  return logic?.kind === 'table' ? logic.rules.map(({ inputs, outputs }) => [...inputs, ...outputs]) : [];
};

const Edited = () => {
  const [text, setText] = useState(begun);
  const logic = useMemo(() => readEditable(text)?.decisions[0]?.logic, [text]);
  if (logic?.kind !== 'table') return null;
  const change = (changes: DecisionChange | readonly DecisionChange[]): void => {
    const steps = 'kind' in changes ? [changes] : changes;
    setText(steps.reduce((next, step) => changeDecision(next, 'd', step), text));
  };
  return (
    <I18nProvider locale="en" messages={messages.en}>
      <TableGrid
        name="Grant"
        path="d.dmn"
        decisionId="d"
        table={logic}
        columns={[...shownInputs(logic, names), ...shownOutputs(logic)]}
        names={names}
        knowledge={{ isOpen: true, names: new Map() }}
        sample={{}}
        matched={new Set()}
        onChange={change}
      />
      <pre data-testid="file">{text}</pre>
    </I18nProvider>
  );
};

const cell = (name: RegExp) => screen.getByRole('button', { name });

test('by keys alone a cell is opened, said in words and left again', async () => {
  const user = userEvent.setup();
  render(<Edited />);
  act(() => cell(/^Rule 1, Income: less than/).focus());

  await user.keyboard('{Enter}');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'The value' }), 'is at least');
  await user.keyboard('{Escape}');

  expect(rules()[0]).toEqual(['>= 100', 'true', '"a"']);
  await waitFor(() => expect(cell(/^Rule 1, Income: at least/)).toBe(document.activeElement));
});

test('arrows move, Alt with an arrow moves the rule, Delete takes anything', async () => {
  const user = userEvent.setup();
  render(<Edited />);
  act(() => cell(/^Rule 1, Income/).focus());

  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(cell(/^Rule 1, Owner: yes/)).toBe(document.activeElement));
  await user.keyboard('{Delete}');
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');

  expect(rules()).toEqual([
    ['-', 'false', '"b"'],
    ['< 100', '-', '"a"'],
  ]);
});

test('cells of a spreadsheet are written by the types of their columns, with rules for rows that are missing', async () => {
  const user = userEvent.setup();
  render(<Edited />);
  act(() => cell(/^Rule 2, Income/).focus());

  await user.paste('1 500,50\tyes\tfirst\n>= 2000\tno\tsecond');

  expect(rules()).toEqual([
    ['< 100', 'true', '"a"'],
    ['1500.50', 'true', '"first"'],
    ['>= 2000', 'false', '"second"'],
  ]);
});

test('the menu of a rule duplicates it', async () => {
  const user = userEvent.setup();
  render(<Edited />);

  await user.click(cell(/^Rule 1$/));
  await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));

  expect(rules()).toEqual([
    ['< 100', 'true', '"a"'],
    ['< 100', 'true', '"a"'],
    ['-', 'false', '"b"'],
  ]);
});
