import { addDays, legalCalendar, rollForward } from '@irisflow/calendar';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  obligationFolder,
  marketObligation,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkObligations } from './index.ts';

const START = '2026-01-15';
const monthEnds = Array.from({ length: 24 }, (_, month) =>
  new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10),
);

/** Everything that has to have been said by a day, whenever the clock came by, in the order in which it comes for each due day. */
const expectedBy = (last: string): string[] =>
  monthEnds.flatMap((day) => {
    const dueOn = rollForward(legalCalendar, day);
    const comes: [string, string][] = [
      [`${day} opened`, addDays(day, -marketObligation.opensDaysBefore)],
      [`${day} due`, addDays(dueOn, 1)],
      ...marketObligation.sanctions.map(({ key, daysAfter }): [string, string] => [
        `${day} ${key}`,
        addDays(dueOn, daysAfter),
      ]),
    ];
    return comes.filter(([, on]) => on <= last).map(([what]) => what);
  });

describe.each(['postgres', 'pglite'] as const)('the clock of obligations on %s', (kind) => {
  let given: TestCasework;
  let count = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    given.clock.set(`${START}T09:00:00Z`);
    await givenPublished(given.casework, obligationFolder({ due: { every: 'month', day: 31 } }));
  }, 120_000);
  afterAll(() => given.close());

  /** A right with its obligation, of somebody new. */
  const begin = async (): Promise<string> => {
    given.clock.set(`${START}T09:00:00Z`);
    const holder = await givenCitizen(given.casework, `Holder ${(count += 1)}`);
    const connector = connectorOf(await givenCase(given.casework, holder, `Holder ${count}`));
    const { caseStore } = given.casework;
    const data = { place: 'Flagey' };
    const granted = { idempotencyKey: 'grant', action: 'grant', kind: 'stall', data } as const;
    const { rightId } = await caseStore.changeRight(connector, granted);
    const started = { idempotencyKey: 'start', action: 'start', obligation: 'turnover', rightId } as const;
    return (await caseStore.changeObligation(connector, started)).obligationId ?? '';
  };

  /** Lets the clock die at its n-th look at the time, somewhere within or between what it does; then another one begins. */
  const watchAndDie = async (looks: number): Promise<void> => {
    const { now } = given.clock;
    let left = looks;
    given.clock.now = () => {
      left -= 1;
      if (left < 0) throw new Error('The process dies here');
      return now();
    };
    try {
      await given.casework.obligations.watch(system, {});
    } catch {
      // Whatever it did not commit is as if it had never begun.
    } finally {
      given.clock.now = now;
    }
  };

  const told = async (obligationId: string): Promise<string[]> => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.flatMap(({ name, variables }) => {
      const { obligation } = variables as { obligation?: Record<string, string | null> };
      if (obligation?.['obligationId'] !== obligationId) return [];
      return [`${obligation['day']} ${obligation['step'] ?? name.replace(/^.*\.obligation\./, '')}`];
    });
  };

  test('says each thing once and in its order, wherever it dies and however long it stands still', async () => {
    const visit = fc.record({
      days: fc.integer({ min: 1, max: 50 }),
      deaths: fc.array(fc.nat({ max: 14 }), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 6 }), async (visits) => {
        const obligationId = await begin();
        let day = START;
        for (const { days, deaths } of visits) {
          day = addDays(day, days);
          given.clock.set(`${day}T01:00:00Z`);
          for (const looks of deaths) await watchAndDie(looks);
          await given.casework.obligations.watch(system, {});
        }
        const said = await told(obligationId);
        const expected = expectedBy(day);
        expect(said.toSorted()).toEqual(expected.toSorted());
        for (const end of monthEnds)
          expect(said.filter((one) => one.startsWith(end))).toEqual(expected.filter((one) => one.startsWith(end)));
        expect(await checkObligations(given.database)).toEqual([]);
      }),
      // The embedded store takes one after the other: what hurries meets on PostgreSQL.
      { numRuns: kind === 'pglite' ? 1 : 6, seed: 62 },
    );
  }, 240_000);
});
