import { askingRestrictedDebt, sampleProcedureChanging } from '@irisflow/platform/testing';
import { expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const label = { fr: 'Partie', nl: 'Deel', en: 'Part' };

const codesOf = (changes: object) => {
  const folder = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
    description['changes'] = changes;
  });
  const offer = { connectorTypes: null, sourceTypes: [], servedTypes: [] };
  return lintFolder(readFolder(askingRestrictedDebt(folder)), offer)
    .filter(({ code }) => code.startsWith('CHANGE_'))
    .map(({ code, pointer }) => ({ code, pointer }));
};

test('a change is declared of fields that an applicant answers and that everybody who handles the case may read', () => {
  expect(codesOf({ fields: ['/rent', '/lastName', '/nowhere', '/lease', '/agentNote', '/debt'] })).toEqual([
    { code: 'CHANGE_FIELD_UNKNOWN', pointer: '/changes/fields/2' },
    { code: 'CHANGE_FIELD_FIXED', pointer: '/changes/fields/3' },
    { code: 'CHANGE_FIELD_FIXED', pointer: '/changes/fields/4' },
    { code: 'CHANGE_FIELD_RESTRICTED', pointer: '/changes/fields/5' },
  ]);
});

test('parts share no key, are about fields that there are, and show nothing that is restricted', () => {
  const parts = [
    { key: 'lease', label, fields: ['/hasLease'] },
    { key: 'lease', label, fields: ['/gone'] },
    { key: 'debt', label, fields: ['/debt'] },
  ];
  expect(codesOf({ parts })).toEqual([
    { code: 'CHANGE_PART_TWICE', pointer: '/changes/parts/1/key' },
    { code: 'CHANGE_FIELD_UNKNOWN', pointer: '/changes/parts/1/fields' },
    { code: 'CHANGE_FIELD_RESTRICTED', pointer: '/changes/parts/2/fields' },
  ]);
});
