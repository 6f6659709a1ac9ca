import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  anonymous,
  eligibilityFolder,
  givenAdministrations,
  givenPublished,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

const key = 'rent-aid';

describe('an eligibility check before signing in', () => {
  let given: TestCasework;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, eligibilityFolder());
  });
  afterAll(() => given.close());

  const check = (data: Readonly<Record<string, unknown>>) =>
    given.casework.procedures.checkEligibility(anonymous, { key, data });

  test('shows its form to everybody, with the answers that an application takes over', async () => {
    expect(await given.casework.procedures.getProcedure(anonymous, { key })).toMatchObject({
      hasEligibilityCheck: true,
    });
    expect(await given.casework.procedures.getEligibilityForm(anonymous, { key })).toMatchObject({
      form: { key: 'eligibility' },
      fills: [{ from: '/rent', to: '/rent' }],
    });
  });

  test('says yes with what may be expected, by the parameters of the day', async () => {
    expect(await check({ income: 15_000, rent: 700 })).toMatchObject({
      answer: 'yes',
      reasons: [],
      amount: { label: { nl: 'Per maand' }, value: 100 },
    });
  });

  test('says no in the words of the grounds, and nothing of a ground that has none', async () => {
    expect(await check({ income: 15_000.01, rent: 700 })).toMatchObject({
      answer: 'no',
      reasons: [{ fr: 'Pas assez de points.' }],
      amount: null,
    });
  });

  test('leaves unknown what was not answered', async () => {
    expect(await check({ rent: 700 })).toMatchObject({ answer: 'unknown', amount: null });
  });

  test.each([
    ['a missing answer', { income: 1 }, '/rent', 'required'],
    ['a wrong answer', { rent: 'high' }, '/rent', 'type'],
    ['an answer to nothing', { rent: 1, facts: { income: 1 } }, '/facts/income', 'additionalProperties'],
  ])('refuses %s', async (_what, data, pointer, keyword) => {
    await expect(check(data)).rejects.toMatchObject({
      code: 'FORM_INVALID',
      errors: [expect.objectContaining({ pointer, keyword })],
    });
  });

  test('stores nothing', async () => {
    const counts = () =>
      given.database.query<{ n: number }>(
        'select (select count(*) from casework.audit_entry) + (select count(*) from casework.application_draft) as n',
      );
    const before = await counts();
    await check({ income: 1, rent: 700 });
    expect(await counts()).toEqual(before);
  });

  test('ends a decision that never would', async () => {
    const endless = eligibilityFolder().map((file) =>
      file.path === 'right.dmn'
        ? {
            ...file,
            content: file.content.replace(
              /<text>.*<\/text>/,
              '<text>count(for a in 1..1000, b in 1..1000, c in 1..1000 return a * b * c)</text>',
            ),
          }
        : file,
    );
    await givenPublished(given.casework, endless);
    const begun = performance.now();
    expect(await check({ income: 1, rent: 1 })).toMatchObject({ answer: 'unknown', reasons: [] });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('is there only where a procedure declares one', async () => {
    await givenPublished(
      given.casework,
      eligibilityFolder((description) => Reflect.deleteProperty(description, 'eligibility')),
    );
    await expect(check({ rent: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
