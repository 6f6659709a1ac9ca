import { askingRestrictedDebt, sampleProcedureChanging } from '@irisflow/platform/testing';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const text = { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' };

const found = (checklist: readonly object[], more: object = {}) =>
  lintFolder(
    readFolder(
      askingRestrictedDebt(
        sampleProcedureChanging('procedure.json', (description: { tasks: Record<string, object> }) => {
          Object.assign(description.tasks['instruct'] ?? {}, { checklist, ...more });
        }),
      ),
    ),
    { connectorTypes: null, sourceTypes: [], servedTypes: null },
  ).filter(({ pointer }) => pointer?.startsWith('/tasks/instruct/checklist'));

describe('a checklist', () => {
  const point = { key: 'lease', label: text };

  test('has each point once, with conditions that can be read and a law in every language', () => {
    expect(found([point, { ...point, key: 'income', when: '= a.b > 3', legalRef: 'Art. 4' }])).toEqual([]);
    expect(found([point, point])).toMatchObject([
      { code: 'CHECKLIST_KEY_TWICE', severity: 'error', pointer: '/tasks/instruct/checklist/1/key' },
    ]);
    expect(found([{ ...point, done: '= a.' }])).toMatchObject([
      { code: 'FEEL_INVALID', pointer: '/tasks/instruct/checklist/0/done' },
    ]);
    expect(found([{ ...point, legalRef: { fr: 'Art. 4', en: 'Art. 4' } }])).toMatchObject([
      { code: 'TEXT_MISSING', pointer: '/tasks/instruct/checklist/0/legalRef/nl' },
    ]);
    expect(found([{ ...point, when: 'a > 3' }])).toMatchObject([{ code: 'SCHEMA' }]);
  });

  test('never hangs on a restricted answer: its state would tell everybody', () => {
    for (const [name, condition] of [
      ['when', '= application.debt > 0'],
      ['done', '= application . debt = proposal.amount'],
    ] as const)
      expect(found([{ ...point, [name]: condition }])).toMatchObject([
        { code: 'CHECKLIST_TELLS_RESTRICTED', severity: 'error', pointer: `/tasks/instruct/checklist/0/${name}` },
      ]);
    expect(found([{ ...point, done: '= application.rent > 0' }])).toEqual([]);
  });

  test('that somebody has to tick in each case goes badly with deciding many at once', () => {
    const required = { ...point, required: true };
    const bulk = { bulk: { fields: [] } };
    expect(found([required], bulk)).toMatchObject([{ code: 'CHECKLIST_IN_BULK', severity: 'warning' }]);
    expect(found([{ ...required, done: '= a = 1' }], bulk)).toEqual([]);
    expect(found([required])).toEqual([]);
  });
});
