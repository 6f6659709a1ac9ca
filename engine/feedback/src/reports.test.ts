import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, job } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

const nobody: Actor = { kind: 'anonymous' };
const words = 'La carte ne se lit pas avec un lecteur d’écran.';

describe('obstacles that somebody reports', () => {
  let given: TestCasework;
  let administrator: Actor;
  let elsewhere: Actor;
  let administration = '';

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    administrator = await givenStaff(given.casework, { name: 'Karim', roles: ['administrator'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['administrator'], administration: 'taxi' });
    administration = administrator.kind === 'person' ? (administrator.person.administration ?? '') : '';
  });
  afterAll(() => given.close());
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    await given.database.query('delete from casework.accessibility_report');
    await given.database.query('delete from casework.request_count');
  });

  const room = () => given.casework.feedback;
  const report = (more: object = {}, of = administration) =>
    room().makeAccessibilityReport(nobody, {
      administration: of,
      words,
      page: null,
      email: null,
      language: 'fr',
      ...more,
    });
  const read = (actor = administrator) => room().listAccessibilityReports(actor, {});
  const handle = (reportId: string, isHandled = true, actor = administrator) =>
    room().handleAccessibilityReport(actor, { reportId, isHandled });
  const onlyId = async (): Promise<string> => (await read()).reports[0]?.id ?? '';
  const erase = () => room().sweepReports(job('reports'), {});

  test('reach the administrators of that administration, and nobody else', async () => {
    await report({ page: ' /fr/map ', email: 'ana@example.org' });
    expect(await read()).toEqual({
      reports: [
        {
          id: expect.any(String),
          words,
          page: '/fr/map',
          email: 'ana@example.org',
          language: 'fr',
          reportedAt: '2026-11-25T09:00:00.000Z',
          handledAt: null,
          erasedAt: '2027-11-25T09:00:00.000Z',
        },
      ],
      more: false,
    });
    expect(await read(elsewhere)).toEqual({ reports: [], more: false });
    const agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent', 'supervisor'] });
    for (const actor of [nobody, agent, await givenCitizen(given.casework, 'Ana')])
      await expect(read(actor)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_SIGNED_IN/) });
    await expect(handle(await onlyId(), true, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('say something, to somebody', async () => {
    for (const empty of ['  ', '\u200b\u202e'])
      await expect(report({ words: empty })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/words', keyword: 'required' }],
      });
    await expect(report({}, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await read()).reports).toEqual([]);
  });

  test('are dealt with once, also by two at once, which can be taken back', async () => {
    await report();
    const id = await onlyId();
    given.clock.set('2026-12-01T09:00:00Z');
    const [one, other] = await Promise.all([handle(id), handle(id)]);
    const handled = { handledAt: '2026-12-01T09:00:00.000Z', erasedAt: '2027-03-01T09:00:00.000Z' };
    expect([one?.reports[0], other?.reports[0]]).toMatchObject([handled, handled]);
    await report({ words: 'Une autre.' });
    expect((await read()).reports.map(({ words: said }) => said)).toEqual(['Une autre.', words]);

    expect((await handle(id, false)).reports.find((found) => found.id === id)).toMatchObject({ handledAt: null });
    const entries = await given.database.query<{ action: string; detail: object }>(
      `select action, detail from casework.audit_entry where object = $1 order by sequence`,
      [`accessibilityReport:${id}`],
    );
    expect(entries).toEqual([
      { action: 'accessibilityReport.handled', detail: {} },
      { action: 'accessibilityReport.reopened', detail: {} },
    ]);
  });

  test('are erased when their time is over, and not found from that minute on', async () => {
    await report();
    const id = await onlyId();
    await handle(id);
    given.clock.set('2027-02-23T09:00:01Z');
    expect((await read()).reports).toEqual([]);
    await expect(handle(id, false)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await erase();
    expect(await given.database.query('select id from casework.accessibility_report')).toEqual([]);
  });

  test('of a day are so many, and another administration hears of its own', async () => {
    await given.database.query(
      `insert into casework.request_count (key, count, ends_at) values ($1, 100, '2026-11-26T08:00:00Z')`,
      [`report:${administration}`],
    );
    await expect(report()).rejects.toMatchObject({ code: 'REPORTS_FULL' });
    await report({}, 'taxi');
    expect((await read(elsewhere)).reports).toHaveLength(1);
    given.clock.set('2026-11-26T09:00:00Z');
    await report();
    expect((await read()).reports).toHaveLength(1);
  });
});
