import { describe, expect, test } from 'vitest';
import { sampleProcedureChanging } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const offer = { connectorTypes: null, sourceTypes: [], servedTypes: [] };
const words = { internal: { fr: 'a', nl: 'a', en: 'a' }, public: { fr: 'b', nl: 'b', en: 'b' } };

const problemsOf = (...statuses: readonly object[]) =>
  lintFolder(
    readFolder(
      sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
        description['statuses'] = statuses.map((status) => ({ ...words, ...status }));
      }),
    ),
    offer,
  )
    .filter(({ code }) => code.startsWith('STATUS_'))
    .map(({ code, severity, pointer }) => ({ code, severity, pointer }));

describe('the lint of own statuses', () => {
  test('says nothing of those that follow a task or a job', () => {
    expect(
      problemsOf(
        { key: 'one', within: 'inInstruction', at: ['instruct'] },
        { key: 'two', within: 'inInstruction', at: ['record'] },
        { key: 'rest', within: 'inInstruction' },
      ),
    ).toEqual([]);
  });

  test('names a step that is not there, a key that is taken, and a status that is never reached', () => {
    expect(problemsOf({ key: 'one', within: 'complete' }, { key: 'one', within: 'complete', at: ['nowhere'] })).toEqual(
      [
        { code: 'STATUS_STEP_UNKNOWN', severity: 'error', pointer: '/statuses/1/at/0' },
        { code: 'STATUS_TWICE', severity: 'error', pointer: '/statuses/1/key' },
        { code: 'STATUS_NEVER', severity: 'warning', pointer: '/statuses/1' },
      ],
    );
  });
});
