import type { Actor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  quotaFolder,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkQuotas, type PlaceReply } from './index.ts';

const WRITERS = 50;
const CEILING = 7;

const act = fc.constantFrom('reserve', 'reserve', 'confirm', 'release', 'leave', 'watch');
type Act = 'reserve' | 'confirm' | 'release' | 'leave' | 'watch';

describe.each(['postgres', 'pglite'] as const)('fifty writers at once on %s', (kind) => {
  let given: TestCasework;
  let clerk: Actor;
  const cases: string[] = [];
  let key = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, quotaFolder([{ value: CEILING, validFrom: '2020-01-01', validTo: null }]));
    clerk = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    const holder = await givenCitizen(casework, 'Noa Peeters');
    for (let number = 0; number < WRITERS; number += 1) cases.push(await givenCase(casework, holder, `P ${number}`));
  }, 120_000);
  afterAll(() => given.close());

  const once = () => `k${(key += 1)}`;
  const change = (caseId: string, more: object): Promise<PlaceReply> =>
    given.casework.caseStore.changePlace(connectorOf(caseId), { idempotencyKey: once(), ...more } as never);

  const confirm = async (caseId: string, { placeId, outcome }: PlaceReply): Promise<PlaceReply | undefined> => {
    if (outcome !== 'reserved') return undefined;
    const granted = { idempotencyKey: once(), action: 'grant', kind: 'stall', data: { place: 'Flagey' } } as const;
    const { rightId } = await given.casework.caseStore.changeRight(connectorOf(caseId), granted);
    return change(caseId, { action: 'confirm', placeId, rightId });
  };

  /** What one process does with its case, while the others do the same and the clock runs. */
  const write = async (caseId: string, acts: readonly Act[]): Promise<void> => {
    let place: PlaceReply | undefined;
    for (const one of acts) {
      if (one === 'watch') await given.casework.quotas.watch(system, {});
      else if (one === 'reserve') place = await change(caseId, { action: 'reserve', quota: 'flagey' });
      else if (one === 'confirm') place = place && (await confirm(caseId, place));
      else if (place !== undefined) place = await change(caseId, { action: one, placeId: place.placeId });
    }
  };

  test('never exceed the ceiling, leave no hole in the line, give nobody two places and lose none', async () => {
    const turns = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: WRITERS, maxLength: WRITERS });
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        await Promise.all(all.map((acts, index) => write(cases[index] ?? '', acts)));
        // As after its minute: whatever came last, what is free is offered.
        await given.casework.quotas.watch(system, {});
        expect(await checkQuotas(given.database)).toEqual([]);
        const view = await given.casework.quotas.getQuota(clerk, { procedureKey: 'rent-aid', quotaKey: 'flagey' });
        expect(view.line.map(({ position }) => position)).toEqual(view.line.map((_, index) => index + 1));
        const open = [...view.line, ...view.reservations].map(({ caseId }) => caseId);
        expect(new Set(open).size).toBe(open.length);
        const taken = view.reserved + view.held;
        expect(taken).toBeLessThanOrEqual(CEILING);
        expect(view.waiting === 0 || taken === CEILING).toBe(true);
      }),
      // The embedded store takes one after the other: what hurries meets on PostgreSQL.
      { numRuns: kind === 'pglite' ? 1 : 4, seed: 61 },
    );
  }, 240_000);
});
