import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenPublished,
  givenStaff,
} from '@irisflow/platform/testing';

describe.each([usualStore])('declared sources on %s', (kind) => {
  let given: TestCasework;
  const staff = (name: string, role: 'administrator' | 'analyst', administration = 'housing'): Promise<Actor> =>
    givenStaff(given.casework, { name, roles: [role], administration });
  const declared = (actor: Actor) => given.casework.authorizations.listDeclaredSources(actor, {});

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
  });
  afterAll(() => given.close());

  test('are none before something is published', async () => {
    expect(await declared(await staff('Ada', 'administrator'))).toEqual([]);
  });

  test('are what the published procedures of an administration ask for, with its reasons and fields', async () => {
    await givenPublished(given.casework);

    expect(await declared(await staff('Ada', 'administrator'))).toMatchObject([
      {
        procedureKey: 'rent-aid',
        sources: [
          {
            key: 'be-national-register',
            legalBasis: { fr: 'Ord. 2003', nl: 'Ord. 2003', en: 'Ord. 2003' },
            fields: ['lastName'],
          },
        ],
      },
    ]);
  });

  test('are nobody else’s', async () => {
    expect(await declared(await staff('Tim', 'administrator', 'taxi'))).toEqual([]);
    await expect(declared(await staff('Ann', 'analyst'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
