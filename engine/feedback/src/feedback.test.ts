import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type CaseReach, personOf } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

describe('how applicants found it', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let elsewhere: Actor;
  let caseId = '';
  let count = 0;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  const room = () => given.casework.feedback;
  const give = (more: object = {}, actor = citizen) =>
    room().giveFeedback(actor, { caseId, moment: 'filed', score: 4, comment: ' Simple. ', ...more });
  const mine = () => room().getMyFeedback(citizen, { caseId });
  const close = () =>
    given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'done' });
  const read = (actor = agent, more: object = {}) =>
    room().getFeedback(actor, { from: '2026-01-01', to: '2027-12-31', ...more });
  const file = async () => {
    count += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    caseId = await givenCase(given.casework, citizen);
  };

  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    await file();
  });

  test('is asked after filing and after closing, once each, and changed until a day later', async () => {
    expect(await mine()).toEqual({ asked: 'filed', given: null });
    await give();
    given.clock.set('2026-11-26T08:59:00Z');
    await give({ score: 2, comment: '' });
    expect(await mine()).toEqual({
      asked: 'filed',
      given: { score: 2, comment: null, changeableUntil: '2026-11-26T09:00:00.000Z' },
    });

    given.clock.set('2026-11-26T09:01:00Z');
    await expect(give({ score: 5 })).rejects.toMatchObject({ code: 'FEEDBACK_OVER' });
    expect(await mine()).toMatchObject({ asked: null, given: { score: 2, changeableUntil: null } });
    await expect(give({ moment: 'closed' })).rejects.toMatchObject({ code: 'FEEDBACK_OVER' });

    await close();
    expect(await mine()).toEqual({ asked: 'closed', given: null });
    expect(await give({ moment: 'closed' })).toMatchObject({ given: { score: 4, comment: 'Simple.' } });
  });

  test('keeps words whole, and none that show nothing', async () => {
    const long = `a${'😀'.repeat(999)}`;
    expect(await give({ comment: long })).toMatchObject({ given: { comment: long } });
    expect(await give({ comment: '\u202e\u200b' })).toMatchObject({ given: { comment: null } });
  });

  test('is not asked for ever', async () => {
    given.clock.set('2026-12-25T09:00:00Z');
    expect(await mine()).toEqual({ asked: null, given: null });
    await expect(give()).rejects.toMatchObject({ code: 'FEEDBACK_OVER' });
  });

  test('is given by the applicant alone, and twice at once it is one', async () => {
    const stranger = await givenCitizen(given.casework, `Stranger ${count}`);
    await expect(give({}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await Promise.all([give({ score: 1 }), give({ score: 1 })]);
    expect(await mine()).toMatchObject({ given: { score: 1 } });
  });

  test('is read in numbers, and words of nobody, by its administration alone, once enough answered', async () => {
    // given a month of its own with four answers
    given.clock.set('2027-02-01T09:00:00Z');
    const month = { from: '2027-02-01', to: '2027-02-28' };
    for (const score of [1, 3, 5, 5]) {
      await file();
      await give({ score, comment: `Avis ${score}` });
    }
    expect(await read(agent, month)).toMatchObject({ total: 4, scores: null, average: null, comments: [] });

    // when a fifth comes
    await file();
    await give({ score: 4, comment: '' });

    // then there are scores and words, without a case, a name or a day
    const numbers = await read(agent, month);
    expect(numbers).toMatchObject({
      total: 5,
      scores: [1, 0, 1, 1, 2],
      average: 3.6,
      months: [{ month: '2027-02', count: 5, average: 3.6 }],
    });
    expect(numbers.comments).toHaveLength(4);
    expect(Object.keys(numbers.comments[0] ?? {}).toSorted()).toEqual(['month', 'score', 'text']);
    expect(await read(agent, { ...month, procedureKey: 'another' })).toMatchObject({ total: 0, months: [] });
    expect(await read(elsewhere, month)).toMatchObject({ total: 0, comments: [] });
    await expect(read(citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is nobody’s either for whoever compares what all procedures have with what each has', async () => {
    // given a month in which five answered of one procedure and one of another
    given.clock.set('2027-03-01T09:00:00Z');
    const month = { from: '2027-03-01', to: '2027-03-31' };
    for (const score of [3, 3, 3, 3, 3, 1]) {
      await file();
      await give({ score, comment: score === 1 ? 'Rare' : 'Avis' });
    }
    await given.database.query(`update casework.feedback set procedure_key = 'rare-aid' where comment = 'Rare'`);

    // then the one counts, and is told in no sum
    const all = await read(agent, month);
    const one = await read(agent, { ...month, procedureKey: 'rent-aid' });
    expect(all).toMatchObject({ total: 6, months: [{ count: 6 }] });
    expect([all.scores, all.average, all.months[0]?.average]).toEqual([one.scores, one.average, 3]);
    expect(all.comments.map(({ text }) => text)).not.toContain('Rare');
  });

  test('is read by whoever rules of access bound of the procedures that they see whole', async () => {
    const bound = (more: Partial<CaseReach>): Actor => {
      const reach = { procedures: null, languages: null, communes: null, documents: true, ...more };
      return { kind: 'person', person: { ...personOf(agent), reach: [reach] }, session: null };
    };
    const totalOf = async (more: Partial<CaseReach>) => (await read(bound(more))).total;
    await give();
    const all = (await read()).total;
    expect(all).toBeGreaterThan(0);
    expect(await totalOf({})).toBe(all);
    expect(await totalOf({ procedures: ['rent-aid'] })).toBeGreaterThan(0);
    expect(await totalOf({ procedures: ['other-aid'] })).toBe(0);
    expect(await totalOf({ languages: ['nl'] })).toBe(0);
    expect((await read(bound({ procedures: ['other-aid'] }), { procedureKey: 'rent-aid' })).total).toBe(0);
  });
});
