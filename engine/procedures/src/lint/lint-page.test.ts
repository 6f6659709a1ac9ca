import { describe, expect, test } from 'vitest';
import { eligibilityFolder, sampleProcedureChanging } from '@irisflow/platform/testing';
import type { FolderFile } from '../folder-limits.ts';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const problemsOf = (files: readonly FolderFile[]) =>
  lintFolder(readFolder(files), { connectorTypes: null, sourceTypes: [], servedTypes: [] }).map(
    ({ code, severity, pointer }) => ({ code, severity, pointer }),
  );

const page = (more: object) =>
  problemsOf(sampleProcedureChanging('procedure.json', (description: object) => Object.assign(description, more)));

const note = (nl: string) => ({ fr: 'Selon la durée.', nl, en: 'By its length.' });

describe('the lint of the page of a procedure', () => {
  test('finds nothing in a complete one', () => {
    expect(
      page({
        themes: ['housing'],
        lifeEvents: ['moving', 'renting'],
        cost: { amount: 12.5, note: note('Volgens de duur.') },
        searchWords: { fr: ['loyer'], nl: ['huur'], en: ['rent'] },
      }),
    ).toEqual([]);
  });

  test.each([
    ['a theme that there is not', { themes: ['football'] }],
    ['a cost below nothing', { cost: { amount: -1 } }],
    ['a fraction of a cent', { cost: { amount: 1.005 } }],
    [
      'an appointment that is no address',
      { counter: { name: note('x'), address: note('x'), hours: note('x'), appointment: 'javascript:alert(1)' } },
    ],
  ])('refuses %s', (_what, more) => {
    expect(page(more).map(({ code }) => code)).toContain('SCHEMA');
  });

  test('warns of a text that a language lacks', () => {
    expect(page({ cost: { amount: 5, note: note(' ') } })).toEqual([
      { code: 'TEXT_MISSING', severity: 'warning', pointer: '/cost/note/nl' },
    ]);
    expect(page({ searchWords: { fr: ['loyer'], nl: [], en: ['rent'] } })).toEqual([
      { code: 'TEXT_MISSING', severity: 'warning', pointer: '/searchWords/nl' },
    ]);
  });

  test('finds a field that copies are to be without and that nobody asks', () => {
    const withhold = (field: string) => page({ fileCopies: { withhold: [{ field, because: 'health' }] } });
    expect(withhold('/rent')).toEqual([]);
    expect(withhold('/rents')).toMatchObject([{ code: 'WITHHELD_UNKNOWN', pointer: '/fileCopies/withhold/0/field' }]);
  });

  test('refuses a cost without amount and without explanation', () => {
    expect(page({ cost: { amount: null } })).toMatchObject([{ code: 'COST_UNEXPLAINED', severity: 'error' }]);
  });

  test('finds nothing in a complete eligibility check', () => {
    expect(problemsOf(eligibilityFolder())).toEqual([]);
  });

  test.each([
    ['a form that is not there', { form: 'gone' }, 'FORM_UNKNOWN', '/eligibility/form'],
    ['a decision that is not there', { decision: 'gone' }, 'DECISION_UNKNOWN', '/eligibility/decision'],
    ['an expression that is none', { eligible: '= 1 +' }, 'FEEL_INVALID', '/eligibility/eligible'],
    [
      'an answer to take over that is not asked',
      { fills: [{ from: '/gone', to: '/rent' }] },
      'ELIGIBILITY_FILL_UNKNOWN',
      '/eligibility/fills/0/from',
    ],
    [
      'an answer to take over to nowhere',
      { fills: [{ from: '/rent', to: '/gone' }] },
      'ELIGIBILITY_FILL_UNKNOWN',
      '/eligibility/fills/0/to',
    ],
    ['a form that asks for files', { form: 'application', fills: [] }, 'ELIGIBILITY_FIELD', null],
  ])('refuses %s', (_what, more, code, pointer) => {
    const found = problemsOf(eligibilityFolder(({ eligibility }) => Object.assign(eligibility, more)));
    expect(found).toContainEqual({ code, severity: 'error', pointer });
  });
});
