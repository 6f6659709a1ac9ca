import { expect, test } from 'vitest';
import { sampleProcedureChanging } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const offer = { connectorTypes: null, sourceTypes: [], servedTypes: [] };
const legalRef = { fr: 'Loi', nl: 'Wet', en: 'Law' };

const problemsOf = (...rules: readonly object[]) =>
  lintFolder(
    readFolder(
      sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
        description['retention'] = rules.map((rule) => ({ years: 5, fate: 'destroy', legalRef, ...rule }));
      }),
    ),
    offer,
  )
    .filter(({ severity }) => severity === 'error')
    .map(({ code, pointer }) => ({ code, pointer }));

test('how long cases are kept is said once an outcome, of outcomes alone, by a law in every language', () => {
  expect(problemsOf({ outcomes: ['refused'] }, { outcomes: ['granted'], fate: 'archive' })).toEqual([]);
  expect(problemsOf({ outcomes: ['refused', 'closed'] }, { outcomes: ['closed'] })).toEqual([
    { code: 'RETENTION_TWICE', pointer: '/retention/1/outcomes' },
  ]);
  expect(problemsOf({ outcomes: ['submitted'] })[0]).toMatchObject({ code: 'SCHEMA' });
  expect(problemsOf({ outcomes: ['closed'], legalRef: { fr: 'Loi', nl: 'Wet' } })).toEqual([
    { code: 'TEXT_MISSING', pointer: '/retention/0/legalRef/en' },
  ]);
});
