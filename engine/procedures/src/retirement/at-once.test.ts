import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import {
  givenAdministrations,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

const key = 'rent-aid';
const today = '2026-11-25';

describe('who files, schedules and ends a procedure at the same moment', () => {
  let given: TestCasework;
  let analyst: Actor;
  let colleague: Actor;
  let agent: Actor;
  let count = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind: 'postgres' });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    colleague = await givenStaff(given.casework, { name: 'Kim', roles: ['analyst'] });
    // A draft that differs from what is published.
    const { revision } = await given.casework.procedures.getDraft(analyst, { key });
    await given.casework.procedures.saveFile(analyst, { key, path: 'parameters.json', content: '[]', revision });
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
  });
  afterAll(() => given.close());

  const procedures = () => given.casework.procedures;
  const codeOf = (thrown: unknown): string => {
    if (thrown instanceof CaseworkError) return thrown.code;
    throw thrown;
  };
  const ask = () =>
    procedures().askRetirement(analyst, {
      key,
      closesOn: today,
      draftsUntil: '2026-12-31',
      replacedBy: null,
      replacedUrl: 'https://example.org/aide',
      contactEmail: null,
      contactPhone: null,
      reason: 'x',
    });
  const file = async (): Promise<string> => {
    count += 1;
    return given.casework.intake
      .openByReference(agent, {
        externalReference: `x:${count}`,
        procedureKey: key,
        applicant: { name: 'Ahmed Haddad', email: null, nationalNumber: '85.00.00-997.12' },
        language: 'fr',
        receivedOn: null,
        data: { lastName: 'Haddad', rent: 700, hasLease: false },
      })
      .then(() => 'filed', codeOf);
  };
  const approve = async (id: string) =>
    procedures()
      .approveRetirement(colleague, { key, id, approves: 'end' })
      .then(() => 'approved', codeOf);
  const schedule = async () => {
    const { revision } = await procedures().getDraft(analyst, { key });
    return procedures()
      .schedulePublication(analyst, { key, note: 'x', revision, day: '2026-12-25', time: '06:00' })
      .then(() => 'scheduled', codeOf);
  };
  const comeBack = async (id: string) => {
    await procedures().askReturn(analyst, { key, reason: 'x' });
    await procedures().approveRetirement(colleague, { key, id, approves: 'return' });
  };
  const lastChain = () =>
    given.database.query<{ action: string }>(
      "select action from casework.audit_entry where chain = 'housing' order by sequence",
    );

  test('nothing is filed after it ended, and what was filed before stays; of two who approve both are answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('file', 'approve', 'schedule'), { minLength: 3, maxLength: 10 }),
        async (acts) => {
          // given an end that waits, and a chain as long as it is
          const { id } = await ask();
          const before = (await lastChain()).length;

          // when everybody acts at once
          const done = await Promise.all(
            ['approve', ...acts].map((act) => (act === 'file' ? file() : act === 'approve' ? approve(id) : schedule())),
          );

          // then everybody was answered in words, and nothing was filed after the end was approved
          expect(done[0]).toMatch(/^(approved|STALE_REVISION)$/);
          expect(
            done.filter(
              (one) =>
                !/^(filed|approved|scheduled|PROCEDURE_RETIRED|PROCEDURE_ENDS|PUBLICATION_SCHEDULED|STALE_REVISION|NOT_FOUND)$/.test(
                  one,
                ),
            ),
          ).toEqual([]);
          const actions = (await lastChain()).slice(before).map(({ action }) => action);
          const end = actions.indexOf('procedure.retirementApproved');
          expect(end).toBeGreaterThanOrEqual(0);
          expect(actions.lastIndexOf('application.submitted')).toBeLessThan(end);
          expect(actions.filter((action) => action === 'application.submitted')).toHaveLength(
            done.filter((one) => one === 'filed').length,
          );
          expect((await procedures().getSchedule(analyst, { key })).scheduled).toBeNull();
          expect(await file()).toBe('PROCEDURE_RETIRED');
          await comeBack(id);
          expect(await file()).toBe('filed');
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
