import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  anonymous,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  type TestCasework,
} from '@irisflow/platform/testing';

const period = { from: '2026-01-01', to: '2026-12-31' };

describe('numbers', () => {
  let given: TestCasework;
  let supervisor: Actor;
  let stranger: Actor;
  const caseIds: string[] = [];

  const submitted = async (name: string, at: string, language: 'fr' | 'nl') => {
    given.clock.set(at);
    const citizen = await givenCitizen(given.casework, name);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language });
    const data = { ...draft.data, lastName: 'Ixelles', rent: 700, hasLease: false };
    const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language });
    caseIds.push(caseId);
    return caseId;
  };

  const decided = (caseId: string, at: string, outcome: string) =>
    given.database.query(
      `insert into casework.decision (id, case_id, administration, outcome, decided_at, grounds)
       values ($1, $2, 'housing', $3, $4, $5::jsonb)`,
      [
        `decision-of-${caseId}`,
        caseId,
        outcome,
        at,
        JSON.stringify(outcome === 'refused' ? [{ code: 'R2' }, { code: 'constructor' }] : []),
      ],
    );

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    given.sources.set('be-national-register', { ok: false, reason: 'UNAVAILABLE' });
    await givenPublished(
      given.casework,
      sampleProcedureChanging('procedure.json', (description: object) =>
        Object.assign(description, { statistics: { commune: '/lastName' } }),
      ),
    );
    supervisor = await givenStaff(given.casework, { name: 'Sofia', roles: ['supervisor'] });
    stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['supervisor'], administration: 'taxi' });
    await decided(await submitted('Ana', '2026-09-01T22:30:00Z', 'fr'), '2026-09-12T09:00:00Z', 'granted');
    await decided(await submitted('Ben', '2026-09-10T09:00:00Z', 'nl'), '2026-12-01T09:00:00Z', 'refused');
    await submitted('Cas', '2026-11-01T09:00:00Z', 'fr');
    given.clock.set('2026-11-27T09:00:00Z');
  });
  afterAll(() => given.close());

  const numbers = (actor: Actor, more: object = {}) => given.casework.insight.getNumbers(actor, { ...period, ...more });

  test('add up the cases of an administration, in days as Brussels counts them', async () => {
    const found = await numbers(supervisor);
    expect(found.total).toEqual({
      inflow: 3,
      ended: 2,
      stock: 1,
      medianDays: 10,
      p90Days: 82,
      withinTerm: 1,
      late: 1,
      complete: 3,
    });
    expect(found.months.find(({ month }) => month === '2026-09')).toMatchObject({ inflow: 2, ended: 1, stock: 1 });
    expect(found.grounds).toMatchObject([
      { code: 'R2', text: { en: 'Not enough points.' }, count: 1 },
      // a code that the procedure does not know, whatever JavaScript calls so
      { code: 'constructor', text: { en: 'constructor' }, count: 1 },
    ]);
    expect(found.communes).toMatchObject([{ nis: '21009', name: { nl: 'Elsene' }, count: 3 }]);
    expect(found.languages).toEqual([
      { language: 'fr', count: 2 },
      { language: 'nl', count: 1 },
    ]);
  });

  test('show nothing of another administration, and nothing to who handles no cases', async () => {
    expect((await numbers(stranger)).total).toMatchObject({ inflow: 0, stock: 0 });
    const citizen = await givenCitizen(given.casework, 'Ana');
    await expect(numbers(citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(numbers(anonymous)).rejects.toMatchObject({ status: 401 });
  });

  test('lead to the cases behind them', async () => {
    const late = await given.casework.insight.listCountedCases(supervisor, { ...period, measure: 'late' });
    expect(late).toMatchObject([{ id: caseIds[1], submittedOn: '2026-09-10', endedOn: '2026-12-01', days: 82 }]);
    expect(await given.casework.insight.listCountedCases(stranger, { ...period, measure: 'late' })).toEqual([]);
  });

  test.each([
    ['ends before it begins', { from: '2026-12-31', to: '2026-01-01' }],
    ['is longer than anybody reads', { from: '1990-01-01', to: '2026-01-01' }],
  ])('refuse a period that %s', async (_what, wrong) => {
    await expect(numbers(supervisor, wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  describe('for everybody', () => {
    const open = (quarter: string, administration = 'housing') =>
      given.casework.insight.getOpenNumbers(anonymous, { quarter, administration });

    test('leave out the counts of few people', async () => {
      const told = await open('2026-Q3');
      expect(told).toMatchObject({ from: '2026-07-01', to: '2026-09-30', smallest: 5 });
      const counts = [...told.inflow, ...told.outcomes, ...told.communes].map(({ count }) => count);
      expect(counts.some((count) => count !== null && count > 0 && count < 5)).toBe(false);
      expect(counts).toContain(null);
      expect(JSON.stringify(told)).not.toContain('BH-RA-');
    });

    test('are of quarters that are over: what grows by the day would tell of one person', async () => {
      await expect(open('2026-Q4')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    test('are of administrations that there are', async () => {
      await expect(open('2026-Q3', 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('for another system', () => {
    const system = (procedures: readonly string[] | null = null): Actor => ({
      kind: 'apiToken',
      token: { id: 'token', name: 'Finance', administration: 'housing', scopes: ['numbers.read'], procedures },
    });
    const told = (quarter: string, procedures: readonly string[] | null = null) =>
      given.casework.insight.getSystemNumbers(system(procedures), { quarter });

    test('leave out the counts of few people, and every part of a whole that is left out', async () => {
      const few = await told('2026-Q3');
      expect(few.months).toHaveLength(3);
      const september = few.months.find(({ month }) => month === '2026-09');
      expect(september).toEqual({
        procedureKey: 'rent-aid',
        month: '2026-09',
        inflow: null,
        ended: null,
        withinTerm: null,
        late: null,
        complete: null,
      });
      expect(few.times).toEqual([{ procedureKey: 'rent-aid', medianDays: null, p90Days: null }]);
      expect(few.grounds.every(({ count }) => count === null || count >= 5)).toBe(true);
    });

    test('tell what many add up to, and no part from which a small one could be subtracted', async () => {
      given.clock.set('2026-05-04T09:00:00Z');
      for (let one = 0; one < 12; one += 1) {
        const caseId = await submitted(`Many ${one}`, '2026-05-04T09:00:00Z', 'fr');
        await decided(caseId, one < 11 ? '2026-05-10T09:00:00Z' : '2026-06-28T09:00:00Z', 'granted');
      }
      given.clock.set('2026-11-27T09:00:00Z');
      const { months, times } = await told('2026-Q2');
      const may = months.find(({ month }) => month === '2026-05');
      expect(may).toMatchObject({ inflow: 12, complete: 12 });
      // Eleven ended in May and one in June: whoever knows the twelve would know the one.
      expect(months.map(({ ended }) => ended).filter((count) => count !== null && count > 0)).toEqual([]);
      expect(times).toMatchObject([{ medianDays: 6, p90Days: 6 }]);
    });

    test('are of its procedures, of quarters that are over, and of no single days', async () => {
      expect(await told('2026-Q2', ['other'])).toMatchObject({ procedures: [], months: [], times: [], grounds: [] });
      await expect(told('2026-Q4')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(numbers(system())).rejects.toMatchObject({ status: 401 });
    });
  });
});
