import type { Actor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const letter = { receivedOn: '2026-11-25', summary: 'Je conteste.' };

describe('an appeal that comes on paper', () => {
  let given: TestCasework;
  let agent: Actor;
  let citizen: Actor;
  let caseId = '';

  const door = () => given.casework.caseStore;
  const record = () => given.casework.lifecycle.recordAppeal(agent, { caseId, ...letter });
  const told = async () => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.filter((one) => one.name === 'housing.appeal.lodged' && one.correlationKey === caseId);
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    citizen = await givenCitizen(given.casework, 'Léa');
  });
  afterAll(() => given.close());
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    caseId = await givenCase(given.casework, citizen);
    const decision = { idempotencyKey: 'decision', outcome: 'refused', grounds: [] };
    await door().recordDecision(connectorOf(caseId), decision);
  });

  test('is told to the process of the case, once, with what it says and which case it became', async () => {
    const [appeal] = (await record()).appeals;
    await record();

    expect(await told()).toMatchObject([
      { variables: { appeal: { caseId: appeal?.id, reference: appeal?.reference, ...letter } } },
    ]);
  });

  test('ends with the next decision of the case', async () => {
    const watch = () => given.casework.lifecycle.watchAppeals(system, {});
    const seen = async (id = '') => given.casework.cases.getCase(agent, { caseId: id });
    const [appeal] = (await record()).appeals;
    expect(await watch()).toBe(0);
    expect(await seen(appeal?.id)).toMatchObject({ status: 'submitted' });

    given.clock.set('2026-11-26T09:00:00Z');
    const decision = { idempotencyKey: 'again', outcome: 'granted', grounds: [] };
    await door().recordDecision(connectorOf(caseId), decision);

    expect([await watch(), await watch()]).toEqual([1, 0]);
    const ended = await seen(appeal?.id);
    expect(ended.status).toBe('closed');
    const { reference } = await seen(caseId);
    expect(ended.timeline.map(({ text }) => text.en)).toContain(`The appeal was decided in the case ${reference}.`);
  });

  describe('that leaves no decision in its case', () => {
    const end = (id = '', more: object = {}, actor = agent) =>
      given.casework.lifecycle.endAppeal(actor, { caseId: id, outcome: 'withdrawn', reason: 'Lettre du 27.', ...more });
    const ends = async () => {
      await given.casework.outbox.drain(system, {});
      return given.engine.messages.filter(
        (one) => one.name === 'housing.appeal.ended' && one.correlationKey === caseId,
      );
    };
    const refused = (code: string) => expect.objectContaining({ code });

    test.each([
      ['withdrawn', 'withdrawn', 'The appeal was withdrawn: Lettre du 27.'],
      ['withoutObject', 'closed', 'The appeal has become without object: Lettre du 27.'],
      ['decidedElsewhere', 'closed', 'The appeal was decided by another body: Lettre du 27.'],
    ] as const)('ends by hand: %s', async (outcome, status, text) => {
      const [appeal] = (await record()).appeals;
      const ended = await end(appeal?.id, { outcome });
      expect(ended).toMatchObject({ status, id: appeal?.id });
      expect(ended.timeline.map((entry) => entry.text.en)).toContain(text);
      expect(await ends()).toMatchObject([
        { variables: { appeal: { caseId: appeal?.id, reference: appeal?.reference, outcome } } },
      ]);
      // It runs no more: nothing is left for the clock, and the first case hears of nothing twice.
      expect(await given.casework.lifecycle.watchAppeals(system, {})).toBe(0);
      await expect(end(appeal?.id)).rejects.toEqual(refused('CASE_ENDED'));
      expect(await ends()).toHaveLength(1);
    });

    test('ends once, whoever of two says so', async () => {
      const [appeal] = (await record()).appeals;
      const outcomes = await Promise.allSettled([end(appeal?.id), end(appeal?.id, { outcome: 'withoutObject' })]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await ends()).toHaveLength(1);
    });

    test('is ended by nobody else, without a reason, or where it is no appeal', async () => {
      const [appeal] = (await record()).appeals;
      const taxi = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
      await expect(end(appeal?.id, {}, taxi)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(end(appeal?.id, {}, citizen)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(end(appeal?.id, { reason: ' ' })).rejects.toEqual(refused('INPUT_INVALID'));
      await expect(end(caseId)).rejects.toEqual(refused('INPUT_INVALID'));
    });
  });

  test('is told to nobody once the case is closed', async () => {
    await door().closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'Over' });

    expect((await record()).appeals).toHaveLength(1);
    expect(await told()).toEqual([]);
  });
});
