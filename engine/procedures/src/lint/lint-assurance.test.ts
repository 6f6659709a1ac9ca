import { describe, expect, test } from 'vitest';
import { sampleProcedureChanging } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const offer = { connectorTypes: null, sourceTypes: [], servedTypes: [] };

const problemsOf = (mailLink: boolean, assurance: object) =>
  lintFolder(
    readFolder(
      sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
        Object.assign(description, { mailLink, assurance });
      }),
    ),
    offer,
  )
    .filter(({ code }) => code === 'MAIL_LINK_TOO_WEAK')
    .map(({ pointer, severity }) => [pointer, severity]);

describe('the lint of a link by mail', () => {
  test.each([
    ['alone', true, {}],
    ['beside level low', true, { file: 'low', read: 'low' }],
    ['beside signing, which the office does', true, { sign: 'high' }],
    ['that is not offered', false, { file: 'high', read: 'high' }],
  ])('says nothing of one %s', (_, mailLink, assurance) => {
    expect(problemsOf(mailLink, assurance)).toEqual([]);
  });

  test('refuses one with which nobody could file, or read what they filed', () => {
    expect(problemsOf(true, { file: 'substantial' })).toEqual([['/assurance/file', 'error']]);
    expect(problemsOf(true, { read: 'high' })).toEqual([['/assurance/read', 'error']]);
  });
});
