import type { Actor } from '@irisflow/access';
import { makeNationalNumber } from '@irisflow/identifiers';
import {
  givenAdministrations,
  givenPublished,
  givenStaff,
  openTestCasework,
  quotaFolder,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRightImports } from './index.ts';

const header = 'number;holder-name;holder-national-number;valid-from;valid-to;state;place;fee';
const START = '2026-11-25T09:00:00.000Z';

interface Living {
  readonly person: number;
  readonly state: 'active' | 'suspended' | 'withdrawn';
  readonly cents: number;
  readonly isOurs: boolean;
}

const living = fc.record<Living>({
  person: fc.nat({ max: 3 }),
  state: fc.constantFrom('active', 'suspended', 'withdrawn'),
  cents: fc.nat({ max: 99_999 }),
  isOurs: fc.boolean(),
});
/** Rows as they are numbered, the order in which they stand, and where the job dies. */
const story = fc.array(living, { minLength: 2, maxLength: 7 }).chain((rights) =>
  fc.record({
    rights: fc.constant(rights),
    order: fc.shuffledSubarray([...rights.keys()], { minLength: rights.length }),
    deaths: fc.array(fc.nat({ max: 60 }), { maxLength: 5 }),
  }),
);

const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

describe.each(['postgres', 'pglite'] as const)('taking rights over on %s', (kind) => {
  let given: TestCasework;
  let chief: Actor;
  let run = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, quotaFolder([{ value: 3, validFrom: '2026-01-01', validTo: null }]));
    chief = await givenStaff(given.casework, { name: 'Chloé', roles: ['supervisor'], administration: 'housing' });
  });
  afterAll(() => given.close());

  const numberOf = ({ isOurs }: Living, place: number): string =>
    isOurs ? `ST-${2000 + run}-${String(place + 1).padStart(5, '0')}` : `OLD/${run}/${place}`;
  const personOf = (person: number) =>
    makeNationalNumber({ year: 1980, month: 1, day: person + 1, serial: (run % 990) + 1 });

  /** Lets the job die at its n-th look at the time, somewhere within or between what it does; another finds it later. */
  const dieAfter = async (looks: number): Promise<void> => {
    const { now } = given.clock;
    let left = looks;
    given.clock.now = () => {
      left -= 1;
      if (left < 0) throw new Error('The process dies here');
      return now();
    };
    try {
      while ((await given.casework.rightImports.workOff(system, {})) > 0);
    } catch {
      // Whatever it did not commit is as if it had never begun.
    } finally {
      given.clock.now = now;
    }
  };

  let minutes = 0;
  /** Whatever a job that died holds is nobody's after a while. */
  const later = () => {
    minutes += 5;
    given.clock.set(new Date(Date.parse(START) + minutes * 60_000).toISOString());
  };

  const workOff = async (deaths: readonly number[]): Promise<void> => {
    for (const looks of deaths) {
      await dieAfter(looks);
      later();
    }
    while ((await given.casework.rightImports.workOff(system, {})) > 0);
  };

  test('makes each row one right, in whatever order they stand and wherever it dies', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ rights, order, deaths }) => {
        run += 1;
        const rows = order.flatMap((place) => {
          const one = rights[place];
          return one === undefined
            ? []
            : [
                `${numberOf(one, place)};Holder ${one.person};${personOf(one.person)};2020-01-01;2099-12-31;${one.state};Flagey;"${euros(one.cents)}"`,
              ];
        });
        const { rightImports } = given.casework;
        const content = (async function* () {
          yield Buffer.from([header, ...rows].join('\n'));
        })();
        const file = { procedureKey: 'rent-aid', kind: 'stall', name: 'x.csv', content };
        const { id: importId } = await rightImports.uploadRightImport(chief, file);
        await rightImports.checkRightImport(chief, { importId });
        await workOff(deaths);
        const cents = rights.reduce((all, one) => all + one.cents, 0);
        const amounts = { fee: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}` };
        const controls = { rights: rights.length, states: {}, amounts };
        const { revision } = await rightImports.noteControls(chief, { importId, controls });
        later();
        await rightImports.startRightImport(chief, { importId, revision });
        await workOff(deaths);
        given.engine.messages.length = 0;
        await given.casework.outbox.drain(system, {});

        const view = await rightImports.getRightImport(chief, { importId });
        expect(view).toMatchObject({
          state: 'finished',
          counts: { imported: rights.length },
          reconciliation: { isEqual: true },
        });
        const stored = await given.database.query<{ id: string; number: string; person_id: string }>(
          `select g.id, g.number, g.person_id from casework.granted_right g
             join casework.right_import_row r on r.right_id = g.id where r.import_id = $1`,
          [importId],
        );
        expect(stored.map(({ number }) => number).toSorted()).toEqual(rights.map(numberOf).toSorted());
        expect(new Set(stored.map(({ person_id: id }) => id)).size).toBe(
          new Set(rights.map(({ person }) => person)).size,
        );
        // A process begins once with each that lives, and with none that is over.
        const begun = given.engine.messages.filter(({ name }) => name === 'housing.rent-aid.right.activated');
        expect(begun).toHaveLength(rights.filter(({ state }) => state !== 'withdrawn').length);
        expect(await checkRightImports(given.database)).toEqual([]);
      }),
      // The embedded store takes one after the other: what hurries meets on PostgreSQL.
      { numRuns: kind === 'pglite' ? 1 : 4, seed: 76 },
    );
  });
});
