import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const texts = {
  limits: { fr: 'Les plans.', nl: 'De plannen.', en: 'The plans.' },
  contact: same('access@housing.example'),
  enforcement: same('Ombuds Bruxelles'),
  reviewedOn: '2026-11-20',
};

describe('the accessibility statement of an administration', () => {
  let given: TestCasework;
  let administrator: Actor;
  let administration = '';

  beforeAll(async () => {
    given = await openTestCasework();
    given.clock.set('2026-11-25T09:00:00Z');
    await givenAdministrations(given.casework);
    administrator = await givenStaff(given.casework, { name: 'Karim', roles: ['administrator'] });
    administration = administrator.kind === 'person' ? (administrator.person.administration ?? '') : '';
  });
  afterAll(() => given.close());

  const room = () => given.casework.feedback;
  const read = (actor: Actor = { kind: 'anonymous' }, of = administration) =>
    room().getAccessibilityStatement(actor, { administration: of });
  const save = (revision: number, more: object = {}, actor = administrator) =>
    room().saveAccessibilityStatement(actor, { revision, texts: { ...texts, ...more } });

  test('is read by anybody, before it is written and after, and is of its administration alone', async () => {
    expect(await read()).toMatchObject({ administration: { key: administration }, revision: 0, texts: null });
    expect(await save(0)).toMatchObject({ revision: 1, texts });
    expect(await read()).toMatchObject({ revision: 1, texts });
    expect(await read(await givenCitizen(given.casework, 'Ana'))).toMatchObject({ texts });
    expect(await read(await givenStaff(given.casework, { name: 'Aude', roles: ['auditor'] }))).toMatchObject({ texts });
    expect(await read(administrator, 'taxi')).toMatchObject({ revision: 0, texts: null });
    await expect(read(administrator, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is overwritten by nobody who read an older text, also of two at once', async () => {
    const { revision } = await read();
    const outcomes = await Promise.allSettled([
      save(revision, { limits: same('Un') }),
      save(revision, { limits: same('Deux') }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await read()).revision).toBe(revision + 1);
    for (const stale of [0, revision, revision + 2, 2_147_483_647])
      await expect(save(stale)).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });

  test('says something in each language, of bounded length, reviewed on a day that was', async () => {
    const { revision } = await read();
    const refused = (pointer: string, keyword: string) => ({
      code: 'INPUT_INVALID',
      errors: [{ pointer: `/texts${pointer}`, keyword }],
    });
    const cases = [
      [{ limits: { ...texts.limits, nl: ' \u200B ' } }, '/limits/nl', 'required'],
      [{ contact: same('x'.repeat(4001)) }, '/contact/fr', 'maxLength'],
      [{ reviewedOn: '2026-11-26' }, '/reviewedOn', 'date'],
      [{ reviewedOn: '1999-12-31' }, '/reviewedOn', 'date'],
    ] as const;
    for (const [more, pointer, keyword] of cases)
      await expect(save(revision, more)).rejects.toMatchObject(refused(pointer, keyword));
  });

  test('is written by administrators of the administration, and each edit is on record with what it replaced', async () => {
    const { revision } = await read();
    const agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent', 'supervisor'] });
    await expect(save(revision, {}, agent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(save(revision, {}, { kind: 'anonymous' })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });

    const elsewhere = await givenStaff(given.casework, {
      name: 'Tom',
      roles: ['administrator'],
      administration: 'taxi',
    });
    await save(0, { limits: same('Ailleurs') }, elsewhere);
    expect((await read()).texts?.limits).not.toEqual(same('Ailleurs'));

    const before = (await read()).texts;
    await save(revision, { limits: same('Après') });
    const { items } = await given.casework.audit.listAudit(administrator, {
      action: 'accessibilityStatement.saved',
      limit: 1,
    });
    expect(items[0]).toMatchObject({
      object: `administration:${administration}`,
      detail: { revision: revision + 1, before, after: { limits: same('Après') } },
    });
  });
});
