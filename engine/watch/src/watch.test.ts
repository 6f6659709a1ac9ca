import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openRealCasework,
  type RealCasework,
  sampleProcedureChanging,
  system,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WatchedStep, WatchView } from './views/watch.ts';

const key = 'rent-aid';
const HOUR_MS = 3600_000;
const period = { from: '2020-01-01', to: '2024-12-31' };

const stepOf = (view: WatchView, id: string): WatchedStep => {
  const step = view.processes[0]?.steps.find(({ elementId }) => elementId === id);
  if (step === undefined) throw new Error(`Expected the step ${id} to be watched, but it is not`);
  return step;
};

const pageOf = (view: WatchView, id: string) => view.form.pages.find((page) => page.id === id);

describe('watch', () => {
  let given: RealCasework;
  let analyst: Actor;
  let chief: Actor;
  let agent: Actor;
  let people = 0;

  const advance = (ms: number) => given.clock.set(new Date(given.clock.now() + ms).toISOString());
  const synchronize = () => given.casework.tasks.synchronize(system, {});
  const follow = async () => {
    // What began a moment ago may not be seen yet, and what was seen is not asked about again at once.
    advance(60_000);
    await given.casework.watch.follow(system, {});
  };
  const begin = async () => {
    people += 1;
    const citizen = await givenCitizen(given.casework, `Léa ${people}`);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: key, language: 'fr' });
    return { citizen, draft };
  };
  const file = async (): Promise<string> => {
    const { citizen, draft } = await begin();
    const data = { ...draft.data, lastName: 'Peeters', rent: 700, hasLease: false };
    const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    await given.casework.outbox.drain(system, {});
    await synchronize();
    return caseId;
  };
  const complete = async (caseId: string, data: Record<string, unknown>): Promise<void> => {
    const [task] = await given.database.query<{ id: string }>(
      `select id from casework.task where case_id = $1 and state = 'open'`,
      [caseId],
    );
    const taskId = task?.id ?? '';
    await given.casework.tasks.claim(agent, { taskId });
    await given.casework.tasks.complete(agent, { taskId, data });
    await synchronize();
  };
  const watch = (actor: Actor, more: object = {}) =>
    given.casework.watch.getWatch(actor, { key, from: '2026-01-01', to: '2030-12-31', ...more });

  beforeAll(async () => {
    given = await openRealCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['analyst', 'supervisor'] });
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    await givenPublished(
      given.casework,
      sampleProcedureChanging('procedure.json', () => undefined),
    );
  }, 120_000);
  afterAll(() => given.close());

  describe('of steps', () => {
    test('tells where cases stand, and since when', async () => {
      for (let one = 0; one < 7; one += 1) await file();
      await follow();
      advance(5 * HOUR_MS);
      const step = stepOf(await watch(chief), 'instruct');
      expect(step).toMatchObject({ standing: 7, passings: 0, median: null });
      expect(step.standingMedian).toBeGreaterThanOrEqual(5 * 3600);
      expect(step.name?.fr).not.toBe('');
    });

    test('counts who passed a step once, however often it is looked at', async () => {
      const [first = '', ...others] = (
        await given.database.query<{ case_id: string }>(
          `select case_id from casework.task where state = 'open' order by id`,
        )
      ).map(({ case_id: id }) => id);
      await complete(first, { outcome: 'grant', amount: 10 });
      await follow();
      await follow();
      const step = stepOf(await watch(chief), 'instruct');
      expect(step).toMatchObject({ standing: 6, passings: 1 });
      expect(step.median).toBeGreaterThan(0);
      expect(stepOf(await watch(chief), 'start').passings).toBe(7);
      for (const caseId of others.slice(0, 5)) await complete(caseId, { outcome: 'grant', amount: 10 });
      await follow();
      expect(stepOf(await watch(chief), 'instruct')).toMatchObject({ standing: 1, passings: 6 });
    });

    test('tells whoever only draws processes nothing of fewer than five, and nothing to calculate it from', async () => {
      const view = await watch(analyst);
      expect(view.isExact).toBe(false);
      expect(stepOf(view, 'instruct')).toMatchObject({ standing: null, standingMedian: null, passings: 5 });
      const counts = view.processes.flatMap(({ steps }) =>
        steps.flatMap(({ standing, passings }) => [standing, passings]),
      );
      expect(counts.every((count) => count === null || count % 5 === 0)).toBe(true);
    });

    test('tells them nothing more for choosing other days or versions', async () => {
      // A month before, in which four passed, and one in which nine did, on two days.
      const [counted] = await given.database.query<{ administration: string; definition_key: string }>(
        `select administration, definition_key from casework.step_day where element_id = 'instruct' limit 1`,
        [],
      );
      const add = async (day: string, passings: number) => {
        for (const [table, span, on] of [
          ['step_day', 'day', day],
          ['step_month', 'month', `${day.slice(0, 7)}-01`],
        ])
          await given.database.query(
            `insert into casework.${table} as d (administration, definition_key, element_id, ${span}, band, passings)
             values ($1, $2, 'old', $3, 1, $4)
             on conflict (definition_key, ${span}, element_id, band) do update set passings = d.passings + excluded.passings`,
            [counted?.administration, counted?.definition_key, on, passings],
          );
      };
      await add('2025-03-10', 4);
      await add('2025-04-01', 8);
      await add('2025-04-02', 1);
      const passings = async (from: string, to: string) => {
        const view = await watch(analyst, { from, to });
        const step = view.processes[0]?.steps.find(({ elementId }) => elementId === 'old');
        return step && [view.from, view.to, step.passings, step.median === null];
      };
      const april = ['2025-04-01', '2025-04-30', 5, false];
      expect(await passings('2025-04-01', '2025-04-01')).toEqual(april);
      expect(await passings('2025-04-01', '2025-04-02')).toEqual(april);
      expect(await passings('2025-03-12', '2025-03-12')).toEqual(['2025-03-01', '2025-03-31', null, true]);
      // Thirteen in all; their sum would tell what was left out of each.
      expect(await passings('2025-03-31', '2025-04-01')).toEqual(['2025-03-01', '2025-04-30', 5, false]);
      const exact = await watch(chief, { from: '2025-03-31', to: '2025-04-01' });
      expect(stepOf(exact, 'old').passings).toBe(8);
    });

    test('is of the days asked for, and of the version asked for', async () => {
      expect(stepOf(await watch(chief, { version: 1 }), 'instruct').passings).toBe(6);
      const before = await watch(chief, period);
      expect(before.processes[0]?.steps.every(({ passings }) => passings === 0)).toBe(true);
      await expect(watch(chief, { version: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(watch(chief, { from: '2027-01-01', to: '2026-01-01' })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
    });
  });

  describe('of the form', () => {
    test('tells how far applications came, and counts a page once for each', async () => {
      const before = await watch(chief);
      const { citizen, draft } = await begin();
      const save = (revision: number, page: string) =>
        given.casework.applications.saveDraft(citizen, {
          draftId: draft.id,
          data: draft.data,
          language: 'fr',
          revision,
          page,
        });
      await save(draft.revision, 'p');
      await save(draft.revision + 1, 'q');
      await save(draft.revision + 2, 'p');
      const left = await watch(chief);
      expect(left.form.begun).toBe((before.form.begun ?? 0) + 1);
      expect(left.form.filed).toBe(before.form.filed);
      expect(pageOf(left, 'p')).toMatchObject({ reached: 1, left: 0 });
      expect(pageOf(left, 'q')).toMatchObject({ reached: 1, left: 1 });
      const data = { ...draft.data, lastName: 'Peeters', rent: 700, hasLease: false };
      await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
      const filed = await watch(chief);
      expect(filed.form.filed).toBe((before.form.filed ?? 0) + 1);
      expect(pageOf(filed, 'q')).toMatchObject({ reached: 1, left: 0 });
    });

    test('keeps nothing of whose applications they were', async () => {
      const { citizen, draft } = await begin();
      await given.casework.applications.discardDraft(citizen, { draftId: draft.id });
      expect(await given.database.query('select draft_id from casework.draft_pages', [])).toEqual([]);
      expect(pageOf(await watch(chief), '')).toMatchObject({ left: 1 });
    });
  });

  describe('for others', () => {
    test('is nothing: another office, a clerk and an applicant do not see it', async () => {
      const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
      await expect(watch(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(watch(agent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const citizen = await givenCitizen(given.casework, 'Ana');
      await expect(watch(citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(given.casework.watch.follow(analyst, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
  });

  test('goes out as CSV with what is left out left out, and is in the audit', async () => {
    const { name, content } = await given.casework.watch.exportWatch(analyst, {
      key,
      from: '2026-01-01',
      to: '2030-12-31',
      part: 'steps',
      language: 'nl',
    });
    expect(name).toBe('rent-aid-steps-2026-01-01-2030-12-31.csv');
    const line = content.split('\r\n').find((each) => each.includes('"instruct"'));
    expect(line).toContain('"te weinig"');
    const form = { key, from: '2026-01-01', to: '2030-12-31', part: 'form', language: 'fr' } as const;
    expect((await given.casework.watch.exportWatch(chief, form)).content).toContain('"Formulaire ouvert"');
    const entries = await given.database.query(
      `select action from casework.audit_entry where action = 'watch.exported'`,
      [],
    );
    expect(entries).toHaveLength(2);
  });
});
