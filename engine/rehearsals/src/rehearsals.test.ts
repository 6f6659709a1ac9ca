import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openRealCasework,
  type RealCasework,
  system,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aidFolder, type AidOptions } from './testing/aid-folder.ts';
import { carryOutJobs } from './testing/carry-out-jobs.ts';
import type { RehearsalView } from './views/rehearsal.ts';

const key = 'rent-aid';

describe('what-if', () => {
  let given: RealCasework;
  let analyst: Actor;
  let chief: Actor;
  let agent: Actor;
  let people = 0;

  const synchronize = () => given.casework.tasks.synchronize(system, {});
  const period = () => {
    const today = new Date(given.clock.now()).toISOString().slice(0, 10);
    return { key, from: today, to: today };
  };

  const file = async (rent: number): Promise<string> => {
    people += 1;
    const citizen = await givenCitizen(given.casework, `Léa ${people}`);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: key, language: 'fr' });
    const data = { ...draft.data, lastName: 'Peeters', rent, hasLease: false };
    const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    await given.casework.outbox.drain(system, {});
    await carryOutJobs(given);
    await synchronize();
    return caseId;
  };

  const decide = async (caseId: string, data: Record<string, unknown>): Promise<void> => {
    const [task] = await given.database.query<{ id: string }>(
      `select id from casework.task where case_id = $1 and state = 'open'`,
      [caseId],
    );
    const taskId = task?.id ?? '';
    await given.casework.tasks.claim(agent, { taskId });
    await given.casework.tasks.complete(agent, { taskId, data });
    await carryOutJobs(given);
    await synchronize();
  };

  const granted = async (rent: number): Promise<string> => {
    const caseId = await file(rent);
    await decide(caseId, { outcome: 'grant', amount: 100 });
    return caseId;
  };

  const drawing = async (options: AidOptions): Promise<void> => {
    await given.casework.procedures.importFolder(system, { files: aidFolder(options) });
  };

  const workOff = async (): Promise<void> => {
    for (let more = true; more;) more = await given.casework.rehearsals.workOff(system, {});
  };

  const read = async (actor: Actor): Promise<RehearsalView> => {
    const { rehearsal } = await given.casework.rehearsals.getRehearsal(actor, { key });
    if (rehearsal === null) throw new Error('Expected cases to have been replayed, but none were');
    return rehearsal;
  };

  const rehearse = async (options: AidOptions, actor: Actor = chief): Promise<RehearsalView> => {
    await drawing(options);
    await given.casework.rehearsals.startRehearsal(actor, period());
    await workOff();
    return read(actor);
  };

  beforeAll(async () => {
    given = await openRealCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['analyst', 'supervisor'] });
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    await givenPublished(given.casework, aidFolder());
    for (const rent of [400, 500, 600, 700, 800, 900]) await granted(rent);
    await file(1200);
    const withdrawn = await file(300);
    await given.database.query(
      `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
       values ($1, 'publishMessage', $2::jsonb, 'waiting', $3, $3)`,
      [
        withdrawn,
        JSON.stringify({ kind: 'publishMessage', name: 'withdrawal.requested', variables: { reason: 'moved' } }),
        new Date(given.clock.now()).toISOString(),
      ],
    );
    await given.casework.outbox.drain(system, {});
    await carryOutJobs(given);
    await synchronize();
  }, 120_000);
  afterAll(() => given.close());

  test('replays every case on its own drawing to its own end', async () => {
    const view = await rehearse({});
    expect(view).toMatchObject({ state: 'done', progress: 100, cases: 8, compared: 8, unreplayable: [], others: 0 });
    expect(view.groups.every(({ isSame, partings }) => isSame && partings.length === 0)).toBe(true);
    expect(view.groups.map(({ before, count }) => [before.status, count])).toEqual([
      ['granted', 6],
      ['refused', 1],
      ['withdrawn', 1],
    ]);
  });

  test('says who would end otherwise, at which gateway, and by their references to whoever handles them', async () => {
    const view = await rehearse({ ceiling: 650 });
    const [same, other] = view.groups.filter(({ before }) => before.decision === 'granted');
    expect([same?.count, other?.count]).toEqual([3, 3]);
    const changed = view.groups.find(({ isSame }) => !isSame);
    expect(changed).toMatchObject({ after: { kind: 'ended', ending: { decision: 'refused' }, amount: null } });
    expect(changed?.partings).toEqual([
      { kind: 'chose', elementId: 'affordable', before: ['instruct'], after: ['refuse'], count: 3 },
    ]);
    expect(changed?.cases).toHaveLength(3);
    expect(changed?.cases.every(({ reference }) => reference.startsWith('BH-RA'))).toBe(true);
    expect(view.names['affordable']?.en).toBe('Affordable?');
    expect(view.places['affordable']).toBe('rent-aid.bpmn');
  });

  test('tells whoever only draws nothing of fewer than five, no reference, and no sum to calculate them from', async () => {
    await rehearse({ ceiling: 450 });
    const view = await read(analyst);
    expect(view.isExact).toBe(false);
    expect(view.groups).toMatchObject([
      { before: { status: 'granted' }, after: { ending: { status: 'refused' } }, count: 5 },
    ]);
    expect(view.groups[0]?.cases).toEqual([]);
    expect([view.cases, view.compared, view.others]).toEqual([5, 5, null]);
    expect(view.from.endsWith('-01')).toBe(true);
  });

  test('says which step would need a new answer, and which source would have to be asked', async () => {
    const checked = await rehearse({ hasCheck: true });
    expect(checked.groups[0]).toMatchObject({ after: { kind: 'needsTask', elementId: 'check' }, count: 6 });
    const asking = await rehearse({ asksElse: true });
    expect(asking.groups[0]?.after).toMatchObject({ kind: 'needsSource', elementId: 'ask' });
  });

  test('asks nothing, sends nothing and changes no case', async () => {
    const marks = async () => {
      const counts: unknown[] = [];
      for (const table of [
        'outbox',
        'consultation',
        'letter',
        'decision',
        'status_change',
        'timeline_entry',
        'task',
        'case_file',
      ])
        counts.push(
          (
            await given.database.query(
              `select count(*)::int as count, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as what from casework.${table} t`,
              [],
            )
          )[0],
        );
      const { body } = await given.rest.ask('POST', '/process-instances/search', { page: { limit: 1 } });
      return [counts, body['page']];
    };
    const before = await marks();
    await rehearse({ ceiling: 650, hasCheck: true });
    expect(await carryOutJobs(given)).toBe(0);
    expect(given.mails).toEqual([]);
    expect(await marks()).toEqual(before);
  });

  test('counts what it cannot replay by why, and compares none of it', async () => {
    const [first] = await given.database.query<{ id: string; process_instance_key: string }>(
      `select id, process_instance_key from casework.case_file where status = 'refused'`,
      [],
    );
    await given.database.query('update casework.case_file set process_instance_key = null where id = $1', [first?.id]);
    const [second] = await given.database.query<{ case_id: string; amount: string }>(
      `select case_id, amount from casework.decision where amount is not null limit 1`,
      [],
    );
    await given.database.query('update casework.decision set amount = 7 where case_id = $1', [second?.case_id]);
    const view = await rehearse({});
    expect(view.unreplayable).toEqual([
      { reason: 'noProcess', count: 1 },
      { reason: 'decidedElsewhere', count: 1 },
    ]);
    expect(view.compared).toBe(6);
    await given.database.query('update casework.decision set amount = $2 where case_id = $1', [
      second?.case_id,
      second?.amount,
    ]);
    await given.database.query('update casework.case_file set process_instance_key = $2 where id = $1', [
      first?.id,
      first?.process_instance_key,
    ]);
  });

  test('runs once at a time, stops when it is told to, and keeps the newest alone', async () => {
    await drawing({});
    await given.casework.rehearsals.startRehearsal(chief, period());
    await expect(given.casework.rehearsals.startRehearsal(analyst, period())).rejects.toMatchObject({
      code: 'REHEARSAL_RUNNING',
    });
    await given.casework.rehearsals.stopRehearsal(analyst, { key });
    expect(await given.casework.rehearsals.workOff(system, {})).toBe(false);
    expect(await read(chief)).toMatchObject({ state: 'stopped', progress: 0, compared: 0 });
    await rehearse({});
    const kept = await given.database.query('select state, draft from casework.rehearsal', []);
    expect(kept).toEqual([{ state: 'done', draft: null }]);
  });

  test('comes to an end where a draft never does', async () => {
    const view = await rehearse({ isEndless: true });
    expect(view.state).toBe('done');
    expect(view.groups.map(({ after }) => after.kind)).not.toContain('ended');
    expect(view.groups[0]?.after.kind).toBe('stuck');
  });

  test('leaves out a case with which whoever reads has a conflict of interest, as if there were none', async () => {
    const dora = await givenStaff(given.casework, { name: 'Dora', roles: ['analyst', 'supervisor'] });
    await rehearse({ ceiling: 450 }, dora);
    const before = await read(dora);
    const [own] = before.groups.flatMap(({ cases }) => cases);
    await given.casework.conflicts.declareConflict(dora, { caseId: own?.id ?? '', scope: 'case', reason: 'My sister' });
    if (dora.kind !== 'person') throw new Error('Expected Dora to be a person');
    // As who signed in is read with the next request.
    const apart: Actor = { ...dora, person: { ...dora.person, isApart: true } };
    const after = await read(apart);
    expect(after.cases).toBe((before.cases ?? 0) - 1);
    expect(after.groups.flatMap(({ cases }) => cases).map(({ id }) => id)).not.toContain(own?.id);
    expect((await read(chief)).cases).toBe(before.cases);
  });

  test('is out of time after ten minutes, and says what is left', async () => {
    await drawing({});
    await given.casework.rehearsals.startRehearsal(chief, period());
    given.clock.set(new Date(given.clock.now() + 11 * 60_000).toISOString());
    await workOff();
    expect(await read(chief)).toMatchObject({ state: 'outOfTime', progress: 0 });
  });

  test('is nothing for others: another office, a clerk, an applicant', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    for (const [actor, code] of [
      [stranger, 'NOT_FOUND'],
      [agent, 'FORBIDDEN'],
      [await givenCitizen(given.casework, 'Ana'), 'FORBIDDEN'],
    ] as const) {
      await expect(given.casework.rehearsals.getRehearsal(actor, { key })).rejects.toMatchObject({ code });
      await expect(given.casework.rehearsals.startRehearsal(actor, period())).rejects.toMatchObject({ code });
    }
    await expect(given.casework.rehearsals.workOff(analyst, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('tells single cases to nobody where the form restricts answers', async () => {
    const draft = await given.casework.procedures.importFolder(system, { files: aidFolder({ isRestricted: true }) });
    await given.casework.procedures.publish(system, { key, note: 'second', revision: draft.revision });
    const view = await rehearse({ isRestricted: true, ceiling: 450 });
    expect(view).toMatchObject({ isExact: false, isRestricted: true });
    expect(view.groups.every(({ cases, count }) => cases.length === 0 && (count ?? 0) % 5 === 0)).toBe(true);
  });

  test('goes out as CSV, and is in the audit', async () => {
    const { name, content } = await given.casework.rehearsals.exportRehearsal(analyst, { key, language: 'nl' });
    expect(name).toMatch(/^rent-aid-what-if-\d{4}-\d\d-01-/);
    expect(content).toContain('"Afloop met het ontwerp"');
    const entries = await given.database.query<{ action: string }>(
      `select distinct action from casework.audit_entry where action like 'rehearsal.%' order by action`,
      [],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'rehearsal.exported',
      'rehearsal.started',
      'rehearsal.stopped',
    ]);
  });
});
