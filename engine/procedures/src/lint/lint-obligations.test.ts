import { marketObligation, obligationFolder } from '@irisflow/platform/testing';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const file = 'turnover.obligation.json';
const found = (more: object = {}) =>
  lintFolder(readFolder(obligationFolder(more)), { connectorTypes: null, sourceTypes: [], servedTypes: null })
    .filter((problem) => problem.file === file)
    .map(({ code, pointer }) => [code, pointer]);

describe('an obligation', () => {
  test('is read strictly', () => {
    expect(found()).toEqual([]);
    expect(found({ shade: 'red' })).toEqual([['SCHEMA', '']]);
    expect(found({ graceDays: -1 })).toEqual([['SCHEMA', '/graceDays']]);
    for (const day of ['2026-02-30', '0001-01-01', '9999-12-31'])
      expect(found({ due: { on: [day] } })).toEqual([['SCHEMA', '/due/on/0']]);
  });

  test('says nothing that no store keeps', () => {
    for (const half of ['\0', '\uD83D'])
      expect(found({ name: { fr: `Chiffre ${half}`, nl: 'x', en: 'x' } })).toEqual([['TEXT_UNSTORABLE', '/name/fr']]);
    expect(found({ name: { fr: 'Chiffre 🙂', nl: 'x', en: 'x' } })).toEqual([]);
  });

  test('lies on a kind of right and is answered by a form that there is', () => {
    expect(found({ right: 'boat' })).toEqual([['OBLIGATION_RIGHT_UNKNOWN', '/right']]);
    expect(found({ form: 'elsewhere' })).toEqual([['OBLIGATION_FORM_UNKNOWN', '/form']]);
  });

  test('says when it is due in one way', () => {
    expect(found({ due: { every: 'year', month: 6, day: 30 } })).toEqual([]);
    expect(found({ due: { every: 'year' } })).toEqual([]);
    expect(found({ due: {} })).toEqual([['OBLIGATION_DUE_UNCLEAR', '/due']]);
    expect(found({ due: { every: 'year', on: ['2026-06-30'] } })).toEqual([['OBLIGATION_DUE_UNCLEAR', '/due']]);
    expect(found({ due: { on: ['2026-06-30'], day: 1 } })).toEqual([['OBLIGATION_DUE_UNCLEAR', '/due']]);
    expect(found({ due: { every: 'quarter', month: 4, day: 1 } })).toEqual([['OBLIGATION_MONTH_UNFIT', '/due/month']]);
    expect(found({ due: { every: 'year', month: 4 } })).toEqual([['OBLIGATION_MONTH_UNFIT', '/due/month']]);
  });

  test('does not open before the one before is due', () => {
    expect(found({ opensDaysBefore: 90 })).toEqual([]);
    expect(found({ opensDaysBefore: 91 })).toEqual([['OBLIGATION_WINDOW_TOO_LONG', '/opensDaysBefore']]);
    expect(found({ due: { every: 'month' } })).toEqual([]);
    expect(found({ due: { on: ['2026-06-30'] }, opensDaysBefore: 366 })).toEqual([]);
    const listed = { on: ['2027-03-01', '2026-12-31', '2027-02-01'] };
    expect(found({ due: listed, opensDaysBefore: 28 })).toEqual([]);
    expect(found({ due: listed, opensDaysBefore: 29 })).toEqual([['OBLIGATION_WINDOW_TOO_LONG', '/opensDaysBefore']]);
  });

  test('has a ladder that goes up', () => {
    const [first, ...others] = marketObligation.sanctions;
    expect(found({ sanctions: [first, first] })).toEqual([
      ['OBLIGATION_STEP_TWICE', '/sanctions/1/key'],
      ['OBLIGATION_STEP_TOO_EARLY', '/sanctions/1/daysAfter'],
    ]);
    expect(found({ sanctions: [...others, first] })).toEqual([
      ['OBLIGATION_STEP_TOO_EARLY', `/sanctions/${others.length}/daysAfter`],
    ]);
  });
});
