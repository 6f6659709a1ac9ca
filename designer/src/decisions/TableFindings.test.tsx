import { readEditable, writeDmn, type TableAnalysis } from '@irisflow/dmn';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { TableFindings } from './TableFindings.tsx';

afterEach(cleanup);

const xml = writeDmn({
  id: 'drg',
  decisions: [{ id: 'd', logic: { inputs: [{ expression: 'x' }], outputs: [{ name: 'y' }], rules: [['-', '1']] } }],
});

const show = (analysis: Partial<TableAnalysis>): void => {
  const logic = readEditable(xml)?.decisions[0]?.logic;
  if (logic?.kind !== 'table') throw new Error('Expected a table.');
  const nothing = { gaps: [], overlaps: [], unreachable: [], unread: [], isComplete: true };
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <TableFindings
        table={logic}
        columns={[]}
        names={[]}
        analysis={{ ...nothing, ...analysis }}
        onChange={() => undefined}
      />
    </I18nProvider>,
  );
};

test('given a table that was examined to the end, then it says that every case has its rule', () => {
  show({});
  expect(screen.getByText(/^Every case has its rule/)).toBeDefined();
});

test('given a table that was not examined to the end, then nothing says that all is well', () => {
  show({ isComplete: false });
  expect(screen.queryByText(/^Every case has its rule/)).toBeNull();
  expect(screen.getByText(/too large/)).toBeDefined();
});
