import { expect, test } from 'vitest';
import { sampleProcedureChanging } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const label = { fr: 'Rôle', nl: 'Rol', en: 'Role' };

test('roles share no key, take none of the platform, and a household and letters come from what there is', () => {
  const folder = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
    description['roles'] = [
      { key: 'landlord', label, letters: ['grant', 'gone'] },
      { key: 'landlord', label, access: 'read', letters: 'all' },
      { key: 'applicant', label },
    ];
    description['household'] = { source: { key: 'nowhere', list: 'members', name: ['name'] } };
  });
  const problems = lintFolder(readFolder(folder), { connectorTypes: null, sourceTypes: [], servedTypes: [] });
  expect(problems.map(({ code, pointer }) => ({ code, pointer }))).toEqual(
    expect.arrayContaining([
      { code: 'LETTER_UNKNOWN', pointer: '/roles/0/letters' },
      { code: 'ROLE_TWICE', pointer: '/roles/1/key' },
      { code: 'ROLE_RESERVED', pointer: '/roles/2/key' },
      { code: 'SOURCE_UNKNOWN', pointer: '/household/source/key' },
    ]),
  );
});
