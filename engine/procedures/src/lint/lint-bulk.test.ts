import { describe, expect, test } from 'vitest';
import { sampleProcedureChanging } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const offer = { connectorTypes: null, sourceTypes: [], servedTypes: [] };

/** What is wrong with letting `instruct` be done for many cases at once. */
const problemsOf = (fields: readonly string[], shown: readonly string[] = []) =>
  lintFolder(
    readFolder(
      sampleProcedureChanging('procedure.json', ({ tasks }: { tasks: Record<string, object> }) => {
        tasks['instruct'] = { ...tasks['instruct'], bulk: { fields, shown } };
      }),
    ),
    offer,
  )
    .filter(({ code }) => code.startsWith('BULK_') || code === 'SCHEMA')
    .map(({ code, severity, pointer }) => ({ code, severity, pointer }));

describe('the lint of what is done for many cases at once', () => {
  test('says nothing when all that has to be answered is asked once or brought by the process', () => {
    expect(problemsOf(['/outcome'], ['/rent', '/amount'])).toEqual([]);
  });

  test('names a field that is not there, one that is only shown, and one that nobody would answer', () => {
    expect(problemsOf(['/nowhere', '/rent'], ['/lost'])).toEqual([
      { code: 'BULK_FIELD_UNKNOWN', severity: 'error', pointer: '/tasks/instruct/bulk/fields/0' },
      { code: 'BULK_FIELD_UNKNOWN', severity: 'error', pointer: '/tasks/instruct/bulk/shown/0' },
      { code: 'BULK_FIELD_SHOWN', severity: 'error', pointer: '/tasks/instruct/bulk/fields/1' },
      { code: 'BULK_FIELD_LEFT', severity: 'warning', pointer: '/tasks/instruct/bulk' },
    ]);
  });

  test('takes no field twice, and none that is no pointer', () => {
    expect(problemsOf(['/outcome', '/outcome'])).toMatchObject([{ code: 'SCHEMA' }]);
    expect(problemsOf(['outcome'])).toMatchObject([{ code: 'SCHEMA' }]);
  });
});
