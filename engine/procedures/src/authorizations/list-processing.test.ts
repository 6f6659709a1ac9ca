import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

describe('the register of processing activities', () => {
  let given: TestCasework;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  afterAll(() => given.close());

  const listed = async (administration: string) => {
    const administrator = await givenStaff(given.casework, { name: 'Karim', roles: ['administrator'], administration });
    return given.casework.authorizations.listProcessing(administrator, {});
  };

  test('is what the folders of an administration say', async () => {
    expect(await listed('housing')).toMatchObject([
      {
        procedureKey: 'rent-aid',
        version: 1,
        legalBasis: [{ nl: 'Ordonnantie' }],
        sources: [
          {
            key: 'be-national-register',
            legalBasis: { fr: 'Ord. 2003', nl: 'Ord. 2003', en: 'Ord. 2003' },
            fields: ['lastName'],
          },
        ],
        others: [],
        recipients: ['case-store'],
      },
    ]);
    const [register] = await listed('housing');
    expect(register?.asked.map(({ fr }) => fr)).toContain('lastName');
  });

  test('says nothing of others, and nothing to others', async () => {
    expect(await listed('taxi')).toEqual([]);
    const citizen = await givenCitizen(given.casework);
    await expect(given.casework.authorizations.listProcessing(citizen, {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
