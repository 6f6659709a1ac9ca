import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eligibilityFolder, givenPublished } from '@irisflow/platform/testing';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { visitor, type Visitor } from '../testing/visitor.ts';

const params = { key: 'rent-aid' };

describe('an eligibility check over HTTP', () => {
  let given: TestPlatform;
  let anybody: Visitor;

  beforeAll(async () => {
    given = await openTestPlatform();
    const { casework } = given;
    await casework.identity.seedAdministrations(
      { kind: 'job', name: 'operator' },
      { administrations: [{ key: 'housing', name: { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' } }] },
    );
    await givenPublished(casework, eligibilityFolder());
    anybody = visitor(given.app);
  });
  afterAll(() => given.close());

  it('is for whoever comes, without a session', async () => {
    expect(await anybody.ask('getEligibilityForm', { params })).toMatchObject({ form: { key: 'eligibility' } });
    const body = { data: { income: 10_000, rent: 700 } };
    expect(await anybody.ask('checkEligibility', { params, body })).toMatchObject({ answer: 'yes' });
  });

  it('names the answers that cannot be', async () => {
    const answer = await anybody.call('checkEligibility', { params, body: { data: { rent: -1 } } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'FORM_INVALID', errors: [{ pointer: '/rent', keyword: 'minimum' }] });
  });

  it('refuses more than a short form holds', async () => {
    const answer = await anybody.call('checkEligibility', {
      params,
      body: { data: { rent: 1, note: 'x'.repeat(70_000) } },
    });
    expect(answer.statusCode).toBe(413);
  });

  it('stops who tries without end', async () => {
    const seen = new Set<number>();
    for (let call = 0; call < 25; call += 1)
      seen.add((await anybody.call('checkEligibility', { params, body: { data: { rent: 1 } } })).statusCode);
    expect(seen).toEqual(new Set([200, 429]));
  });
});
