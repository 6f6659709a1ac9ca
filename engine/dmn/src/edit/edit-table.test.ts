import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { addDecision, changeDecision, parseDmn, readCell, readEditable, writeCell, writeDmn } from '@irisflow/dmn';
import type { DecisionChange, EditableDecision, EditableTable } from '@irisflow/dmn';

const examples = join(import.meta.dirname, '../../../../examples');

const files = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .flatMap(({ name }) => readdirSync(join(examples, name)).map((file) => `${name}/${file}`))
  .filter((path) => path.endsWith('.dmn'))
  .map((path) => ({ path, xml: readFileSync(join(examples, path), 'utf8') }));

const decisionsOf = (xml: string): readonly EditableDecision[] => readEditable(xml)?.decisions ?? [];

const tables = files.flatMap(({ path, xml }) =>
  decisionsOf(xml).flatMap(({ id, logic }) => (logic.kind === 'table' ? [{ path, xml, id, table: logic }] : [])),
);

const tableIn = (xml: string, id: string): EditableTable => {
  const found = decisionsOf(xml).find((one) => one.id === id)?.logic;
  if (found?.kind !== 'table') throw new Error(`Expected a table ${id}.`);
  return found;
};

const changed = (xml: string, id: string, ...changes: readonly DecisionChange[]): string =>
  changes.reduce((text, change) => changeDecision(text, id, change), xml);

describe.each(tables)('the table $id of $path', ({ xml, id, table }) => {
  test('given what it says already, then no byte changes', () => {
    const same: DecisionChange[] = [
      { kind: 'policy', hitPolicy: table.hitPolicy, aggregation: table.aggregation },
      ...table.inputs.map((column, at): DecisionChange => ({ kind: 'input', at, column })),
      ...table.outputs.map((column, at): DecisionChange => ({ kind: 'output', at, column })),
      ...table.rules.flatMap(({ inputs, outputs, note }, rule): DecisionChange[] => [
        { kind: 'note', rule, text: note },
        { kind: 'cells', cells: inputs.map((text, column) => ({ side: 'input', rule, column, text })) },
        { kind: 'cells', cells: outputs.map((text, column) => ({ side: 'output', rule, column, text })) },
      ]),
    ];

    for (const change of same) expect(changeDecision(xml, id, change)).toBe(xml);
  });

  test('given another cell, then that text alone is another one', () => {
    const after = changeDecision(xml, id, {
      kind: 'cells',
      cells: [{ side: 'input', rule: 0, column: 0, text: '< 7 & "x"' }],
    });

    expect(after.split('\n').filter((line, at) => line !== xml.split('\n')[at])).toHaveLength(1);
    expect(tableIn(after, id).rules[0]?.inputs[0]).toBe('< 7 & "x"');
    expect(
      changeDecision(after, id, {
        kind: 'cells',
        cells: [{ side: 'input', rule: 0, column: 0, text: table.rules[0]?.inputs[0] ?? '' }],
      }).length,
    ).toBeLessThanOrEqual(xml.length);
  });

  test('given a rule more, a copy and one moved to and fro, then the rest stays, and it is still a table', () => {
    const last = table.rules.length;
    const more = changed(xml, id, { kind: 'addRule', at: last }, { kind: 'addRule', at: 1, copyOf: 0 });

    expect(parseDmn(more).ok).toBe(true);
    expect(tableIn(more, id).rules[1]).toMatchObject({
      inputs: table.rules[0]?.inputs,
      outputs: table.rules[0]?.outputs,
    });
    expect(changed(more, id, { kind: 'removeRule', rule: 1 }, { kind: 'removeRule', rule: last })).toBe(xml);
    expect(
      changed(xml, id, { kind: 'moveRule', rule: 0, to: last - 1 }, { kind: 'moveRule', rule: last - 1, to: 0 }),
    ).toBe(xml);
  });

  test('given columns more, then each rule has a cell in them, and without them it is the file of before', () => {
    const input = { label: 'Age', expression: 'age', typeRef: 'number', allowed: '[0..120]' };
    const output = { label: 'Why', name: 'why', typeRef: 'string', allowed: '' };
    const more = changed(xml, id, { kind: 'addInput', column: input }, { kind: 'addOutput', column: output });

    expect(parseDmn(more).ok).toBe(table.outputs.every(({ name }) => name !== '') && table.aggregation === null);
    expect(tableIn(more, id).inputs.at(-1)).toMatchObject(input);
    expect(
      changed(
        more,
        id,
        { kind: 'removeColumn', side: 'input', at: table.inputs.length },
        { kind: 'removeColumn', side: 'output', at: table.outputs.length },
      ),
    ).toBe(xml);
  });

  test('given its cells in words, then words say what the cells say', () => {
    const cells = table.rules.flatMap(({ inputs }) => inputs.map(readCell)).filter((cell) => cell !== null);

    expect(cells.map((cell) => readCell(writeCell(cell)))).toEqual(cells);
  });
});

const small = writeDmn({
  id: 'drg',
  decisions: [
    {
      id: 'd',
      logic: { inputs: [{ expression: 'x' }], outputs: [{ name: 'y' }], rules: [['1', '2']] },
    },
  ],
});

describe('a file on one line', () => {
  test('given words and allowed values for an output that had none, then both are read back', () => {
    const column = { label: 'The "fee" & more', name: 'fee', typeRef: 'number', allowed: '1, 2' };
    const after = changed(small, 'd', { kind: 'output', at: 0, column });

    expect(tableIn(after, 'd').outputs[0]).toMatchObject(column);
    expect(parseDmn(after).ok).toBe(true);
  });

  test('given a note, then it is read back, and without it the file is as before', () => {
    const noted = changed(small, 'd', { kind: 'note', rule: 0, text: 'Art. 3 < 4' });

    expect(tableIn(noted, 'd').rules[0]?.note).toBe('Art. 3 < 4');
    expect(changed(noted, 'd', { kind: 'note', rule: 0, text: '' })).toBe(small);
  });

  test('given another name and another policy, then both are read back', () => {
    const after = changed(
      small,
      'd',
      { kind: 'name', name: 'Fee' },
      { kind: 'policy', hitPolicy: 'COLLECT', aggregation: 'SUM' },
    );

    expect(decisionsOf(after)[0]).toMatchObject({ name: 'Fee', logic: { hitPolicy: 'COLLECT', aggregation: 'SUM' } });
  });
});

describe.each(files)('the file $path', ({ xml }) => {
  test('given a decision more that another one takes, then both are read, and without the need it is as before', () => {
    const first = decisionsOf(xml)[0]?.id ?? '';
    const more = addDecision(xml, 'Fee & more');
    const needed = changeDecision(more.xml, first, { kind: 'require', id: more.id ?? '', isRequired: true });

    expect(parseDmn(needed)).toMatchObject({ ok: true });
    expect(decisionsOf(needed).find(({ id }) => id === first)?.requires).toContain(more.id);
    expect(changeDecision(needed, first, { kind: 'require', id: more.id ?? '', isRequired: false })).toBe(more.xml);
  });
});
