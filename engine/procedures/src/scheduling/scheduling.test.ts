import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  anonymous,
  givenAdministrations,
  givenCitizen,
  givenImport,
  givenStaff,
  sampleProcedure,
  system,
} from '@irisflow/platform/testing';
import { isDue } from '../storage/scheduled-publications.ts';

const key = 'rent-aid';
const reason = { fr: 'Ils vivent avec vous', nl: 'Zij wonen bij u', en: 'They live with you' };

/** The sample with reasons for asking about others. */
const asking = () =>
  sampleProcedure().map(({ path, content }) => {
    if (path !== 'procedure.json') return { path, content };
    const description = JSON.parse(content);
    for (const source of description.sources) source.reasonForOthers = reason;
    return { path, content: JSON.stringify(description) };
  });

describe('a version that goes live at an hour to come', () => {
  let given: TestCasework;
  let analyst: Actor;
  let colleague: Actor;

  beforeEach(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    colleague = await givenStaff(given.casework, { name: 'Kim', roles: ['analyst'] });
    await given.casework.procedures.importFolder(analyst, { files: sampleProcedure() });
    await procedures().publish(analyst, { key, note: 'first', revision: 1 });
  });
  afterEach(() => given.close());

  const procedures = () => given.casework.procedures;
  const beat = (server = given.casework) => server.procedures.goLive(system, {});
  const save = async (content: string) => {
    const { revision } = await procedures().getDraft(analyst, { key });
    return (await procedures().saveFile(analyst, { key, path: 'parameters.json', content, revision })).revision;
  };
  const schedule = async (day = '2026-12-01', time = '06:00') => {
    const revision = (await procedures().getDraft(analyst, { key })).revision;
    return procedures().schedulePublication(analyst, { key, note: 'later', revision, day, time });
  };
  const scheduled = async (who = analyst) => (await procedures().getSchedule(who, { key })).scheduled;
  const current = async () => (await procedures().getProcedure(anonymous, { key })).version;
  const audited = async () =>
    (await given.database.query('select action from casework.audit_entry order by at')).map(({ action }) => action);

  test('citizens file under the present one until then, hear nothing of it, and under the new one from then on', async () => {
    await save('[]');
    expect(await schedule()).toMatchObject({
      goesLiveAt: '2026-12-01T05:00:00.000Z',
      basedOnVersion: 1,
      isHeld: false,
    });
    expect(await procedures().listProcedures(colleague, {})).toMatchObject([
      { publishedVersion: 1, scheduled: { goesLiveAt: '2026-12-01T05:00:00.000Z', state: 'waiting' } },
    ]);
    given.clock.set('2026-12-01T04:59:59.000Z');
    expect([await beat(), await current()]).toEqual([0, 1]);
    const citizen = await givenCitizen(given.casework);
    await expect(procedures().getSchedule(citizen, { key })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    await expect(procedures().getSchedule(stranger, { key })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    // What is drawn meanwhile stays a draft.
    await save('[ ]');
    given.clock.set('2026-12-01T05:00:00.000Z');
    expect([await beat(), await beat(), await current()]).toEqual([1, 0, 2]);
    expect(await scheduled()).toBeNull();
    expect((await procedures().listVersions(analyst, { key }))[0]).toMatchObject({ publishedBy: 'Ann', note: 'later' });
    const files = await procedures().getVersion(analyst, { key, version: 2 });
    expect(files.find(({ path }) => path === 'parameters.json')?.content).toBe('[]');
    expect(await procedures().getDraft(analyst, { key })).toMatchObject({ basedOnVersion: 2, changed: true });
    expect(await audited()).toEqual(expect.arrayContaining(['procedure.publicationScheduled', 'procedure.published']));
  });

  test.each([
    ['before now', '2026-11-25', '09:59'],
    ['in the hour that is left out', '2027-03-28', '02:30'],
    ['in two years', '2028-11-25', '06:00'],
  ])('an hour %s is refused', async (_, day, time) => {
    await save('[]');
    await expect(schedule(day, time)).rejects.toMatchObject({ code: 'SCHEDULE_HOUR_INVALID' });
  });

  test('its hour is that of clocks in Brussels, in winter and in summer', async () => {
    await save('[]');
    expect(await schedule('2027-03-27', '02:30')).toMatchObject({ goesLiveAt: '2027-03-27T01:30:00.000Z' });
    const later = await procedures().changeSchedule(analyst, { key, day: '2027-03-28', time: '03:00', reason: 'law' });
    expect(later).toMatchObject({ goesLiveAt: '2027-03-28T01:00:00.000Z', changeReason: 'law' });
  });

  test('there is one at a time, and none of what is published already', async () => {
    await expect(schedule()).rejects.toMatchObject({ code: 'PUBLICATION_UNCHANGED' });
    await save('[]');
    await schedule();
    await save('[ ]');
    await expect(schedule()).rejects.toMatchObject({ code: 'PUBLICATION_SCHEDULED' });
  });

  test('is called off with a reason, and then nothing happens at its hour', async () => {
    await save('[]');
    await schedule();
    await expect(procedures().callOffSchedule(colleague, { key, reason: ' ' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await procedures().callOffSchedule(colleague, { key, reason: 'not voted yet' });
    given.clock.set('2026-12-01T05:00:00.000Z');
    expect([await beat(), await current(), await scheduled()]).toEqual([0, 1, null]);
    expect(await audited()).toContain('procedure.scheduleCalledOff');
  });

  test('is held once another version is published, until its hour is set anew', async () => {
    await save('[]');
    await schedule();
    const revision = await save('[ ]');
    await procedures().publish(analyst, { key, note: 'urgent', revision });
    given.clock.set('2026-12-01T05:00:00.000Z');
    expect([await beat(), await current()]).toEqual([0, 2]);
    expect(await scheduled()).toMatchObject({ isHeld: true });
    expect(await procedures().listProcedures(analyst, {})).toMatchObject([{ scheduled: { state: 'held' } }]);
    const again = { key, day: '2026-12-01', time: '07:00', reason: 'the urgent change is in it' };
    expect(await procedures().changeSchedule(colleague, again)).toMatchObject({ isHeld: false, basedOnVersion: 2 });
    given.clock.set('2026-12-01T06:00:00.000Z');
    expect([await beat(), await current()]).toEqual([1, 3]);
  });

  test('is over when the same is published before its hour', async () => {
    const revision = await save('[]');
    await schedule();
    await procedures().publish(analyst, { key, note: 'now', revision });
    given.clock.set('2026-12-01T05:00:00.000Z');
    expect([await scheduled(), await beat(), await current()]).toEqual([null, 0, 2]);
  });

  test('a failure is shown and tried again, under the same number', async () => {
    await save('[]');
    await schedule();
    given.clock.set('2026-12-01T05:00:00.000Z');
    given.engine.failNext('unavailable');
    expect([await beat(), await current()]).toEqual([0, 1]);
    expect(await scheduled()).toMatchObject({
      failure: { code: 'ENGINE_UNAVAILABLE', attempts: 1, nextAt: '2026-12-01T05:01:00.000Z' },
    });
    expect(await procedures().listProcedures(analyst, {})).toMatchObject([{ scheduled: { state: 'failing' } }]);
    given.clock.set('2026-12-01T05:01:01.000Z');
    expect([await beat(), await current(), await scheduled()]).toEqual([1, 2, null]);
  });

  test('what dies between the engine and the store goes on later; two servers make it live once', async () => {
    await save('[]');
    await schedule();
    given.clock.set('2026-12-01T05:00:00.000Z');
    // The engine has it, and the process that asked for it is gone.
    given.engine.failNext('uncertain');
    await beat();
    await expect(procedures().callOffSchedule(analyst, { key, reason: 'too late' })).rejects.toMatchObject({
      code: 'PROCEDURE_BUSY',
    });
    given.clock.set('2026-12-01T05:02:00.000Z');
    const lives = await Promise.all([beat(), beat(given.restarted()), beat()]);
    expect(lives.toSorted((one, other) => one - other)).toEqual([0, 0, 1]);
    expect((await procedures().listVersions(analyst, { key })).map(({ version }) => version)).toEqual([2, 1]);
  });

  test('who approves its reasons approves its hour; another hour is approved anew, and late is late', async () => {
    const files = asking();
    await givenImport(given.casework, analyst, files);
    const { goesLiveAt } = await schedule();
    expect(await scheduled()).toMatchObject({ approval: { state: 'waiting', canApprove: false } });
    expect(await scheduled(colleague)).toMatchObject({
      approval: { state: 'waiting', canApprove: true },
      reasonsForOthers: [{ reason }],
    });
    await expect(procedures().approveSchedule(analyst, { key, goesLiveAt })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    await procedures().approveSchedule(colleague, { key, goesLiveAt });
    const moved = await procedures().changeSchedule(analyst, {
      key,
      day: '2026-12-02',
      time: '06:00',
      reason: 'later',
    });
    expect(moved).toMatchObject({ approval: { state: 'waiting' } });
    await expect(procedures().approveSchedule(colleague, { key, goesLiveAt })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
    given.clock.set('2026-12-02T05:00:00.000Z');
    expect([await beat(), await current()]).toEqual([0, 1]);
    await procedures().approveSchedule(colleague, { key, goesLiveAt: moved.goesLiveAt });
    expect([await beat(), await current()]).toEqual([1, 2]);
    expect((await procedures().listVersions(analyst, { key }))[0]).toMatchObject({
      approval: { state: 'approved', by: 'Kim' },
    });
  });

  test('whoever set it aside approves it no more than whoever moved its hour', async () => {
    await givenImport(given.casework, analyst, asking());
    await schedule();
    const moved = { key, day: '2026-12-02', time: '06:00', reason: 'voted later' };
    const { goesLiveAt } = await procedures().changeSchedule(colleague, moved);
    for (const own of [analyst, colleague]) {
      expect(await scheduled(own)).toMatchObject({ approval: { state: 'waiting', canApprove: false } });
      await expect(procedures().approveSchedule(own, { key, goesLiveAt })).rejects.toMatchObject({ code: 'FOUR_EYES' });
    }
    const third = await givenStaff(given.casework, { name: 'Mia', roles: ['analyst'] });
    expect(await procedures().approveSchedule(third, { key, goesLiveAt })).toMatchObject({
      approval: { state: 'approved', by: 'Mia' },
    });
  });

  /** As whoever took it asks once more, behind the lock of the draft. */
  const stillDue = async () => {
    const [row] = await given.database.query<{ content_hash: string }>(
      'select content_hash from casework.scheduled_publication where ended_at is null',
    );
    return isDue(given.database, { key, contentHash: row?.content_hash ?? '', now: given.clock.now() });
  };

  test('a version that is published after it was taken at its hour is not gone over', async () => {
    await save('[]');
    await schedule();
    const revision = await save('[ ]');
    given.clock.set('2026-12-01T05:00:00.000Z');
    expect(await stillDue()).toBe(true);
    await procedures().publish(colleague, { key, note: 'urgent', revision });
    expect(await stillDue()).toBe(false);
  });

  test('an approval that is gone after it was taken at its hour holds it', async () => {
    await givenImport(given.casework, analyst, asking());
    const { goesLiveAt } = await schedule();
    await procedures().approveSchedule(colleague, { key, goesLiveAt });
    given.clock.set('2026-12-01T05:00:00.000Z');
    expect(await stillDue()).toBe(true);
    await procedures().changeSchedule(analyst, { key, day: '2026-12-01', time: '06:01', reason: 'in a minute' });
    given.clock.set('2026-12-01T05:01:00.000Z');
    expect(await stillDue()).toBe(false);
  });
});
