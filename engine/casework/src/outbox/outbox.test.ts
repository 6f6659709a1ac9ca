import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import { EngineFailure } from '@irisflow/engine-client';
import type { PlatformMessage } from '@irisflow/protocol';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenCitizen,
  numberOfCitizen,
  givenPublished,
  system,
} from '@irisflow/platform/testing';
import { insertOutbox } from '../storage/outbox.ts';

describe('the outbox', () => {
  let given: TestCasework;
  let citizen: Actor;
  let people = 0;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    people += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${people}`);
  });
  afterAll(() => given.close());

  const submitted = async (): Promise<string> => {
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
    return (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
  };
  const drain = () => given.casework.outbox.drain(system, {});
  const started = (caseId: string) => given.engine.instances.filter(({ variables }) => variables['caseId'] === caseId);
  const alive = (caseId: string) =>
    started(caseId).filter(({ processInstanceKey }) => !given.engine.canceled.includes(processInstanceKey));
  const instanceOf = async (caseId: string) => {
    const [row] = await given.database.query(
      'select process_instance_key as key from casework.case_file where id = $1',
      [caseId],
    );
    return row?.['key'];
  };

  test('starts the published version with what the process has to know', async () => {
    const caseId = await submitted();
    expect(await drain()).toBe(1);
    expect(await drain()).toBe(0);
    const [instance] = started(caseId);
    expect(instance).toMatchObject({ processDefinitionId: 'housing.rent-aid.rent-aid', version: 1 });
    expect(instance?.variables).toMatchObject({
      caseId,
      language: 'fr',
      procedureKey: 'rent-aid',
      procedureVersion: 1,
      submittedOn: '2026-11-25',
      caseChannel: 'portal',
      application: { rent: 700 },
      applicant: { nationalNumber: numberOfCitizen(`Applicant ${people}`), email: 'lea@example.org' },
      parameters: { income: { max: { single: 15000 } } },
    });
    expect(await instanceOf(caseId)).toBe(instance?.processInstanceKey);
  });

  test('waits longer and longer while the engine is away', async () => {
    const caseId = await submitted();
    given.engine.failNext('unavailable');
    expect(await drain()).toBe(0);
    expect(await drain()).toBe(0);
    given.clock.set('2026-11-25T09:00:01Z');
    given.engine.failNext('unavailable');
    expect(await drain()).toBe(0);
    given.clock.set('2026-11-25T09:00:02.500Z');
    expect(await drain()).toBe(0);
    given.clock.set('2026-11-25T09:00:03Z');
    expect(await drain()).toBe(1);
    expect(started(caseId)).toHaveLength(1);
  });

  test('finds the instance whose start was never answered, instead of starting another', async () => {
    const caseId = await submitted();
    given.engine.failNext('uncertain');
    expect(await drain()).toBe(0);
    expect(started(caseId)).toHaveLength(1);
    given.clock.set('2026-11-25T09:00:01Z');
    expect(await drain()).toBe(1);
    expect(started(caseId)).toHaveLength(1);
    expect(await instanceOf(caseId)).toBe(started(caseId)[0]?.processInstanceKey);
  });

  test('cancels a second instance that a cluster showed too late', async () => {
    const caseId = await submitted();
    given.engine.failNext('uncertain');
    await drain();
    // The first one is not visible yet: it is started again.
    const hidden = given.engine.instances.pop();
    given.clock.set('2026-11-25T09:00:01Z');
    await drain();
    if (hidden !== undefined) given.engine.instances.push(hidden);
    expect(alive(caseId)).toHaveLength(2);
    given.clock.set('2026-11-25T09:02:00Z');
    await drain();
    expect(alive(caseId).map(({ processInstanceKey }) => processInstanceKey)).toEqual([await instanceOf(caseId)]);
  });

  test('a foreign process that names the case is neither adopted nor canceled', async () => {
    const caseId = await submitted();
    given.engine.failNext('uncertain');
    await drain();
    const own = started(caseId)[0];
    const copied = { caseId, caseHandle: own?.variables['caseHandle'] };
    // Elder than the case's own instance: the first that a search shows.
    given.engine.instances.unshift(
      { processInstanceKey: '1', processDefinitionId: 'taxi-licence', version: 1, variables: copied },
      { processInstanceKey: '2', processDefinitionId: 'rent-aid', version: 1, variables: { caseId } },
    );
    given.clock.set('2026-11-25T09:00:01Z');
    expect(await drain()).toBe(1);
    expect(await instanceOf(caseId)).toBe(own?.processInstanceKey);
    given.clock.set('2026-11-25T09:02:00Z');
    await drain();
    expect(given.engine.canceled).not.toContain('1');
    expect(given.engine.canceled).not.toContain('2');
    given.engine.instances.splice(0, 2);
  });

  test('the handle of a start that is tried again is the same', async () => {
    const caseId = await submitted();
    given.engine.failNext('uncertain');
    await drain();
    const hidden = given.engine.instances.pop();
    given.clock.set('2026-11-25T09:00:01Z');
    await drain();
    expect(started(caseId)[0]?.variables['caseHandle']).toMatch(/^irisflow-case-1\./);
    expect(started(caseId)[0]?.variables['caseHandle']).toBe(hidden?.variables['caseHandle']);
    given.clock.set('2026-11-25T09:02:00Z');
    await drain();
  });

  test('a process that ran before there were handles gets its own, and so do those it called', async () => {
    const caseId = await submitted();
    await drain();
    const key = String(await instanceOf(caseId));
    given.engine.calls.set('611', key).set('612', '611');
    await given.database.query(
      `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
       values ($1, 'giveHandle', '{"kind": "giveHandle"}', 'waiting', $2, $2)`,
      [caseId, new Date(given.clock.now()).toISOString()],
    );
    expect(await drain()).toBe(1);
    const handle = started(caseId)[0]?.variables['caseHandle'];
    for (const one of [key, '611', '612'])
      expect(given.engine.variables.get(one)).toEqual([
        { name: 'caseHandle', value: JSON.stringify(handle), scopeKey: one },
      ]);
  });

  test('messages of a case wait for its start, and a repeated one counts once', async () => {
    const caseId = await submitted();
    await given.casework.cases.withdraw(citizen, { caseId, reason: 'x' });
    given.engine.failNext('unavailable');
    await drain();
    expect(given.engine.messages.filter(({ correlationKey }) => correlationKey === caseId)).toEqual([]);
    given.clock.set('2026-11-25T09:00:01Z');
    await drain();
    const sent = () => given.engine.messages.filter(({ correlationKey }) => correlationKey === caseId);
    expect(sent()).toHaveLength(1);
    await given.database.query(
      "update casework.outbox set state = 'waiting' where case_id = $1 and kind = 'publishMessage'",
      [caseId],
    );
    given.clock.set('2026-11-25T10:00:00Z');
    expect(await drain()).toBe(1);
    expect(sent()).toHaveLength(1);
    expect(await given.casework.outbox.counts(system, {})).toEqual({ waiting: 0, failed: 0 });
  });

  test('messages of a suspended case wait until it goes on', async () => {
    const caseId = await submitted();
    await drain();
    const key = String(await instanceOf(caseId));
    await given.engine.suspendInstance(key);
    await given.casework.cases.withdraw(citizen, { caseId, reason: 'x' });
    expect(await drain()).toBe(0);
    given.clock.set('2026-11-28T09:00:00Z');
    expect(await drain()).toBe(0);
    await given.engine.resumeInstance(key);
    given.clock.set('2026-11-28T09:05:00Z');
    expect(await drain()).toBe(1);
    expect(given.engine.messages.filter(({ correlationKey }) => correlationKey === caseId)).toHaveLength(1);
  });

  test('a message of which nobody knows whether it arrived is not repeated once the engine has forgotten it', async () => {
    const caseId = await submitted();
    await drain();
    await given.casework.cases.withdraw(citizen, { caseId, reason: 'x' });
    const loseNextAnswer = given.engine.publishMessage;
    given.engine.publishMessage = async (message) => {
      await loseNextAnswer(message);
      given.engine.publishMessage = loseNextAnswer;
      throw new EngineFailure('uncertain', 'Expected an answer, but it was lost');
    };
    expect(await drain()).toBe(0);
    const sent = () => given.engine.messages.filter(({ correlationKey }) => correlationKey === caseId);
    expect(sent()).toHaveLength(1);
    // Nobody runs for two months, in which the engine forgets.
    const first = given.engine.messages.findIndex(({ correlationKey }) => correlationKey === caseId);
    given.engine.messages.splice(first, 1);
    given.clock.set('2027-01-26T09:00:00Z');
    expect(await drain()).toBe(0);
    expect(sent()).toEqual([]);
    expect(await given.casework.outbox.counts(system, {})).toEqual({ waiting: 0, failed: 1 });
    await given.database.query("delete from casework.outbox where state = 'failed'");
  });

  test('what happened waits two months for a process that stands still for a repair, though not for the next appeal', async () => {
    const caseId = await submitted();
    await drain();
    const publish = given.engine.publishMessage;
    const days = async (name: PlatformMessage) => {
      let kept = 0;
      given.engine.publishMessage = (sent) => {
        kept = sent.timeToLiveMs / 86_400_000;
        return publish(sent);
      };
      const message = { kind: 'publishMessage', name, variables: {} } as const;
      await given.database.transaction((tx) => insertOutbox(tx, { caseId, message, at: given.clock.now() }));
      await drain();
      given.engine.publishMessage = publish;
      return kept;
    };
    for (const name of ['information.answered', 'payment.received', 'withdrawal.requested', 'term.expired'] as const)
      expect(await days(name), name).toBe(60);
    for (const name of ['appeal.ended', 'obligation.opened'] as const) expect(await days(name), name).toBe(1);
  });

  test('a message that surely never arrived is sent however long that takes', async () => {
    const caseId = await submitted();
    await drain();
    await given.casework.cases.withdraw(citizen, { caseId, reason: 'x' });
    const publish = given.engine.publishMessage;
    given.engine.publishMessage = async () => {
      throw new EngineFailure('unavailable', 'Expected the engine, but it is away');
    };
    expect(await drain()).toBe(0);
    given.engine.publishMessage = publish;
    given.clock.set('2027-02-25T09:00:00Z');
    expect(await drain()).toBe(1);
    expect(given.engine.messages.filter(({ correlationKey }) => correlationKey === caseId)).toHaveLength(1);
  });

  test('what begins is told as the newest version was deployed, whichever one the case is of', async () => {
    const caseId = await submitted();
    await drain();
    const told = async () => {
      const message = { kind: 'publishMessage', name: 'right.activated', key: caseId, variables: {} } as const;
      await given.database.transaction((tx) => insertOutbox(tx, { caseId, message, at: given.clock.now() }));
      expect(await drain()).toBe(1);
      return given.engine.messages.at(-1)?.name;
    };
    expect(await told()).toBe('housing.rent-aid.right.activated');
    // given one that was published before each procedure heard of its own rights alone
    await given.database.query(
      `insert into casework.procedure_version (procedure_key, version, content_hash, published_at, published_by, note,
         process_definition_id, process_definition_key, process_definition_version, qualified, own_beginnings)
       select procedure_key, 2, 'older', published_at, published_by, note,
              process_definition_id, process_definition_key, process_definition_version, true, false
         from casework.procedure_version where procedure_key = 'rent-aid'`,
    );
    await given.database.query(
      `insert into casework.procedure_version_file (procedure_key, version, path, content)
       select procedure_key, 2, path, content from casework.procedure_version_file where procedure_key = 'rent-aid'`,
    );
    expect(await told()).toBe('housing.right.activated');
  });
});

describe.each(['pglite', 'postgres'] as const)('the outbox under load, on %s', (kind) => {
  let given: TestCasework;

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  afterAll(() => given.close());

  test('has several cases under way at once, and the messages of each in their order', async () => {
    const cases: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      const citizen = await givenCitizen(given.casework, `Busy ${count}`);
      const draft = await given.casework.applications.createDraft(citizen, {
        procedureKey: 'rent-aid',
        language: 'fr',
      });
      const data = { ...draft.data, lastName: 'B', rent: 700, hasLease: false };
      const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
      await given.casework.cases.withdraw(citizen, { caseId, reason: 'x' });
      cases.push(caseId);
    }
    const log: string[] = [];
    let under = 0;
    let most = 0;
    const slowly = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.push(what);
      under -= 1;
      return work();
    };
    const { startInstance, publishMessage } = given.engine;
    given.engine.startInstance = (start) =>
      slowly(`start ${String(start.variables['caseId'])}`, () => startInstance(start));
    given.engine.publishMessage = (message) =>
      slowly(`message ${message.correlationKey}`, () => publishMessage(message));

    expect(await given.casework.outbox.drain(system, {})).toBe(40);

    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
    for (const caseId of cases)
      expect(log.filter((line) => line.endsWith(caseId))).toEqual([`start ${caseId}`, `message ${caseId}`]);
    expect(given.engine.instances).toHaveLength(20);
  });

  test('what fails in the middle keeps nobody else from being sent', async () => {
    const citizen = await givenCitizen(given.casework, 'One of ten');
    for (let count = 0; count < 10; count += 1) {
      const draft = await given.casework.applications.createDraft(citizen, {
        procedureKey: 'rent-aid',
        language: 'fr',
      });
      const data = { ...draft.data, lastName: 'B', rent: 700, hasLease: false };
      await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    }
    given.engine.failNext('unavailable');
    expect(await given.casework.outbox.drain(system, {})).toBe(9);
    given.clock.set(new Date(given.clock.now() + 2000).toISOString());
    expect(await given.casework.outbox.drain(system, {})).toBe(1);
  });
});
