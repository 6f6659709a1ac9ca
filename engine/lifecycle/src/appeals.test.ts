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
  }, 60_000);
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

  test('is told to nobody once the case is closed', async () => {
    await door().closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'Over' });

    expect((await record()).appeals).toHaveLength(1);
    expect(await told()).toEqual([]);
  });
});
