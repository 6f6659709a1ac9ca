import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

/** Pages of the mirror. */
const PAGE = 200;

describe('the mirror of the engine’s user tasks', () => {
  let given: TestCasework;
  let agent: Actor;
  let template: string;
  let last = 1_000_000;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    const citizen = await givenCitizen(given.casework, 'Ada');
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Ada', rent: 700, hasLease: false };
    template = (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
    await given.casework.outbox.drain(system, {});
  });
  afterAll(() => given.close());

  const later = (seconds: number) => given.clock.set(new Date(given.clock.now() + seconds * 1000).toISOString());
  const synchronize = () => given.casework.tasks.synchronize(system, {});
  const total = async () => (await given.casework.tasks.listTasks(agent, { view: 'team', sort: 'created' })).total;
  /** What a round asks the engine for. */
  const asked = async (round: () => Promise<void> = synchronize) => {
    given.engine.taskSearches.length = 0;
    await round();
    const rows = given.engine.taskSearches.reduce((sum, { found }) => sum + found, 0);
    return { requests: given.engine.taskSearches.length, rows };
  };

  /** Cases whose process has one open task each, a millisecond after the other. */
  const givenTasks = async (count: number): Promise<string[]> => {
    const first = last + 1;
    last += count;
    await given.database.query(
      `insert into casework.case_file
       select r.* from casework.case_file t, generate_series($2::integer, $3::integer) n,
         lateral jsonb_populate_record(t, to_jsonb(t) || jsonb_build_object('id', 'case' || n, 'reference', 'R' || n,
           'draft_id', null, 'process_instance_key', n::text)) r
        where t.id = $1`,
      [template, first, last],
    );
    const start = given.clock.now();
    const keys = Array.from({ length: count }, (_value, index) => String(first + index));
    for (const [index, key] of keys.entries())
      given.engine.taskList.push({
        userTaskKey: key,
        state: 'open',
        elementId: 'instruct',
        elementInstanceKey: `${key}1`,
        processInstanceKey: key,
        rootProcessInstanceKey: null,
        assignee: null,
        candidateGroups: ['agent'],
        priority: 50,
        createdAt: new Date(start + index).toISOString(),
        endedAt: null,
      });
    later(count / 1000 + 1);
    return keys;
  };
  const complete = async (keys: readonly string[]) => {
    for (const userTaskKey of keys) await given.engine.tasks.complete({ userTaskKey, variables: {} });
  };

  beforeEach(() => {
    // What was read is looked at once more for a minute: that is over when the next test begins.
    later(600);
  });

  test('takes in thousands a page after the other, and then asks for nothing but what is new', async () => {
    const keys = await givenTasks(3000);
    const first = await asked();
    expect(await total()).toBe(3000);
    expect(first.requests).toBeLessThan((3 * 3000) / PAGE);
    await synchronize();

    later(1);
    expect(await asked()).toEqual({ requests: 2, rows: 1 });

    await givenTasks(5);
    await complete(keys.slice(0, 3));
    const round = await asked();
    expect(round.requests).toBe(2);
    expect(round.rows).toBeLessThan(12);
    expect(await total()).toBe(3002);
  });

  test('a restart goes on where it stopped: what came and what ended meanwhile', async () => {
    await synchronize();
    const before = await total();
    const keys = await givenTasks(500);
    await synchronize();
    const [gone, ...kept] = keys;
    await complete([gone ?? '']);
    await givenTasks(250);
    later(7 * 24 * 3600);
    const again = given.restarted();
    const { rows } = await asked(() => again.tasks.synchronize(system, {}));
    expect(await total()).toBe(before + kept.length + 250);
    // The new ones, a minute looked back at, and one page that is compared.
    expect(rows).toBeLessThan(2 * 750 + PAGE);
  });

  test('more than a page of the same instant is taken in whole', async () => {
    await synchronize();
    const before = await total();
    const keys = new Set(await givenTasks(450));
    const createdAt = new Date(given.clock.now()).toISOString();
    for (const [index, task] of given.engine.taskList.entries())
      if (keys.has(task.userTaskKey)) given.engine.taskList[index] = { ...task, createdAt };
    await synchronize();
    expect(await total()).toBe(before + 450);
    later(1);
    await givenTasks(1);
    await synchronize();
    expect(await total()).toBe(before + 451);
  });

  test('a task that is seen before its case knows its process is the case’s as soon as it does', async () => {
    await synchronize();
    const before = await total();
    const [key] = await givenTasks(1);
    await given.database.query('update casework.case_file set process_instance_key = null where id = $1', [
      `case${key}`,
    ]);
    await synchronize();
    later(20 * 60);
    await synchronize();
    expect(await total()).toBe(before);
    await given.database.query('update casework.case_file set process_instance_key = $2 where id = $1', [
      `case${key}`,
      key,
    ]);
    later(61);
    await synchronize();
    expect(await total()).toBe(before + 1);
  });

  test('what the feeds missed is put right by comparing a page every ten seconds', async () => {
    await synchronize();
    const [missed] = await givenTasks(1);
    const hidden = given.engine.taskList.pop();
    await givenTasks(2);
    await synchronize();
    later(600);
    await synchronize();
    const before = await total();
    // One shows days late, another is gone without a word, a third one has somebody else.
    if (hidden !== undefined) given.engine.taskList.push(hidden);
    const open = given.engine.taskList.filter(({ state }) => state === 'open');
    const lost = open[10]?.userTaskKey;
    given.engine.taskList.splice(
      given.engine.taskList.findIndex(({ userTaskKey }) => userTaskKey === lost),
      1,
    );
    const taken = open[700]?.userTaskKey ?? '';
    await given.engine.tasks.assign({
      userTaskKey: taken,
      assignee: agent.kind === 'person' ? agent.person.id : '',
      override: 'allowed',
    });

    // The comparison may be under way, and rests for five minutes when it has come round.
    const rounds = 2 * Math.ceil(open.length / PAGE) + 32;
    for (let round = 0; round < rounds; round += 1) {
      later(10);
      const { requests, rows } = await asked();
      expect(requests).toBeLessThanOrEqual(7);
      expect(rows).toBeLessThan(2 * PAGE);
    }
    expect(await total()).toBe(before);
    const found = await given.database.query('select id, state, assignee from casework.task where id = any($1)', [
      [missed, lost, taken],
    ]);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual({ id: missed, state: 'open', assignee: null });
    expect(found).toContainEqual({ id: lost, state: 'canceled', assignee: null });
    expect(found).toContainEqual({ id: taken, state: 'open', assignee: expect.any(String) });
  });
});
