import { type Actor, scopeOf } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import {
  type Ceiling,
  connectorOf,
  findPlanted,
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
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkQuotas } from './index.ts';

const always = (value: number): Ceiling[] => [{ value, validFrom: '2020-01-01', validTo: null }];

describe.each([usualStore])('quotas on %s', (kind) => {
  let given: TestCasework;
  let holder: Actor;
  let clerk: Actor;
  /** Of another administration. */
  let driver: Actor;
  let count = 0;

  const caseOf = async (name = `Peeters ${(count += 1)}`) => givenCase(given.casework, holder, name);
  const verb = (caseId: string, action: string, more: object = {}, key = `${action}-${(count += 1)}`) =>
    given.casework.caseStore.changePlace(connectorOf(caseId), { idempotencyKey: key, action, ...more } as never);
  const reserve = (caseId: string, key?: string) => verb(caseId, 'reserve', { quota: 'flagey' }, key);
  const grant = (caseId: string, place = 'Flagey') =>
    given.casework.caseStore.changeRight(connectorOf(caseId), {
      idempotencyKey: `right-${(count += 1)}`,
      action: 'grant',
      kind: 'stall',
      data: { place },
    });
  const watch = () => given.casework.quotas.watch(system, {});
  const quota = (actor = clerk) =>
    given.casework.quotas.getQuota(actor, { procedureKey: 'rent-aid', quotaKey: 'flagey' });
  const mine = async (caseId: string, actor = holder) =>
    (await given.casework.quotas.listMyPlaces(actor, { caseId }))[0];
  const told = async (placeId: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.filter(({ correlationKey }) => correlationKey === placeId);
  };
  const publish = async (ceilings: readonly Ceiling[]) => {
    await givenPublished(given.casework, quotaFolder(ceilings));
  };

  beforeEach(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    holder = await givenCitizen(given.casework, 'Noa Peeters');
    clerk = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    driver = await givenStaff(given.casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' });
    given.clock.set('2026-03-02T09:00:00Z');
  });
  afterEach(async () => {
    const found = await checkQuotas(given.database);
    await given.close();
    if (found.length > 0) throw new Error(found.join('\n'));
  });

  test('trap 9: of two who take the last place one gets it and the other position 1, however often they ask', async () => {
    await publish(always(1));
    const [one, other] = [await caseOf(), await caseOf()];
    const replies = await Promise.all([reserve(one, 'first'), reserve(other, 'first')]);
    expect(new Set(replies.map(({ outcome, position }) => `${outcome} ${position}`))).toEqual(
      new Set(['reserved null', 'waiting 1']),
    );
    expect(await reserve(one, 'first')).toEqual(replies[0]);
    expect(await reserve(other, 'again')).toEqual(replies[1]);
    expect(replies.find(({ outcome }) => outcome === 'reserved')?.reservedUntil).toBe('2026-04-01');
    expect(await quota()).toMatchObject({ ceiling: 1, reserved: 1, held: 0, waiting: 1 });
  });

  test('whoever waits is offered the place that is given back, first in line first, and is told', async () => {
    await publish(always(1));
    const cases = [await caseOf(), await caseOf(), await caseOf(), await caseOf()];
    const places: Awaited<ReturnType<typeof reserve>>[] = [];
    for (const one of cases) places.push(await reserve(one));
    expect(places.map(({ position }) => position)).toEqual([null, 1, 2, 3]);
    given.clock.set('2026-03-03T09:00:00Z');
    await verb(cases[0] ?? '', 'release', { placeId: places[0]?.placeId });
    // Nobody who asks now comes before whoever waits.
    expect(await reserve(await caseOf())).toMatchObject({ outcome: 'waiting', position: 4 });
    expect(await watch()).toBe(1);
    expect(await told(places[1]?.placeId ?? '')).toMatchObject([
      {
        name: 'housing.place.offered',
        variables: {
          place: { kind: 'stall', quota: 'flagey', outcome: 'reserved', position: 1, reservedUntil: '2026-04-02' },
        },
      },
    ]);
    given.clock.set('2026-03-04T09:00:00Z');
    await verb(cases[2] ?? '', 'leave', { placeId: places[2]?.placeId });
    expect(await mine(cases[3] ?? '')).toMatchObject({
      state: 'waiting',
      position: 1,
      steps: [
        { why: 'joined', position: 3, at: '2026-03-02T09:00:00.000Z' },
        { why: 'offered', position: 2, at: '2026-03-03T09:00:00.000Z' },
        { why: 'left', position: 1, at: '2026-03-04T09:00:00.000Z' },
      ],
    });
    expect((await quota()).line.map(({ position }) => position)).toEqual([1, 2]);
    expect((await mine(cases[1] ?? ''))?.steps).toHaveLength(1);
    expect(await mine(cases[2] ?? '')).toMatchObject({ state: 'over', ended: 'left', position: null });
    expect(await watch()).toBe(0);
  });

  test('a reservation runs out by the clock once its last day is over, and a confirmation that comes late says so', async () => {
    await publish(always(1));
    const [one, other] = [await caseOf(), await caseOf()];
    const place = await reserve(one);
    const next = await reserve(other);
    given.clock.set('2026-04-01T21:59:00Z');
    expect(await watch()).toBe(0);
    given.clock.set('2026-04-01T22:01:00Z');
    const { rightId } = await grant(one);
    expect(await verb(one, 'confirm', { placeId: place.placeId, rightId })).toMatchObject({ outcome: 'over' });
    expect(await watch()).toBe(1);
    given.clock.set('2026-05-03T09:00:00Z');
    expect(await watch()).toBe(1);
    expect((await told(next.placeId)).map(({ name, variables }) => [name, variables])).toMatchObject([
      ['housing.place.offered', {}],
      ['housing.quota.released', { place: { cause: 'lapsed', outcome: 'over' } }],
    ]);
  });

  test('a right of the kind and category takes the place, and frees it when it ends', async () => {
    await publish(always(1));
    const [one, other] = [await caseOf(), await caseOf()];
    const { placeId } = await reserve(one);
    const next = await reserve(other);
    const { rightId: elsewhere } = await grant(one, 'Miroir');
    await expect(verb(one, 'confirm', { placeId, rightId: elsewhere })).rejects.toMatchObject({
      code: 'RIGHT_NOT_COUNTED',
    });
    const { rightId } = await grant(one);
    await expect(verb(other, 'confirm', { placeId: next.placeId, rightId })).rejects.toMatchObject({
      code: 'PLACE_NOT_RESERVED',
    });
    await expect(verb(other, 'confirm', { placeId, rightId })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await verb(one, 'confirm', { placeId, rightId })).toMatchObject({ outcome: 'held', reservedUntil: null });
    expect(await verb(one, 'confirm', { placeId, rightId })).toMatchObject({ outcome: 'held' });
    expect(await watch()).toBe(0);
    const end = { action: 'end', rightId, effectiveOn: '2026-03-10' } as const;
    await given.casework.caseStore.changeRight(connectorOf(one), { idempotencyKey: 'end', ...end });
    expect(await watch()).toBe(0);
    given.clock.set('2026-03-10T09:00:00Z');
    expect(await watch()).toBe(2);
    expect(await told(placeId)).toMatchObject([{ variables: { place: { cause: 'rightEnded' } } }]);
    expect(await mine(other)).toMatchObject({ state: 'reserved', reservedUntil: '2026-04-09' });
  });

  test('a right whose days are over frees its place too', async () => {
    await publish(always(1));
    const one = await caseOf();
    const { placeId } = await reserve(one);
    const { rightId } = await grant(one);
    await verb(one, 'confirm', { placeId, rightId });
    given.clock.set('2028-03-01T09:00:00Z');
    expect(await watch()).toBe(0);
    given.clock.set('2028-03-02T09:00:00Z');
    expect(await watch()).toBe(1);
    expect(await quota()).toMatchObject({ held: 0 });
  });

  test('a higher ceiling offers its places from its day on; a lower one takes nothing away and offers nothing until below', async () => {
    await publish([
      { value: 1, validFrom: '2026-01-01', validTo: '2026-03-31' },
      { value: 3, validFrom: '2026-04-01', validTo: '2026-04-30' },
      { value: 1, validFrom: '2026-05-01', validTo: null },
    ]);
    const cases = [await caseOf(), await caseOf(), await caseOf(), await caseOf()];
    const places: Awaited<ReturnType<typeof reserve>>[] = [];
    for (const one of cases) places.push(await reserve(one));
    const confirm = async (index: number) => {
      const { rightId } = await grant(cases[index] ?? '');
      await verb(cases[index] ?? '', 'confirm', { placeId: places[index]?.placeId, rightId });
    };
    await confirm(0);
    expect(await watch()).toBe(0);
    given.clock.set('2026-04-01T09:00:00Z');
    expect(await watch()).toBe(2);
    await confirm(1);
    await confirm(2);
    given.clock.set('2026-05-01T09:00:00Z');
    expect(await quota()).toMatchObject({ ceiling: 1, held: 3, waiting: 1 });
    const release = (index: number) => verb(cases[index] ?? '', 'release', { placeId: places[index]?.placeId });
    await release(0);
    await release(1);
    expect(await watch()).toBe(0);
    await release(2);
    expect(await watch()).toBe(1);
    expect(await mine(cases[3] ?? '')).toMatchObject({ state: 'reserved' });
    given.clock.set('2019-01-01T09:00:00Z');
    await expect(reserve(await caseOf())).rejects.toMatchObject({ code: 'QUOTA_WITHOUT_CEILING' });
    given.clock.set('2026-05-01T09:00:00Z');
  });

  test('what a case that is closed had is given back', async () => {
    await publish(always(1));
    const [one, other] = [await caseOf(), await caseOf()];
    const { placeId } = await reserve(one);
    await reserve(other);
    await given.casework.caseStore.closeCase(connectorOf(one), { idempotencyKey: 'close', reason: 'x' });
    expect(await watch()).toBe(2);
    expect(await told(placeId)).toMatchObject([{ variables: { place: { cause: 'released' } } }]);
    expect(await mine(other)).toMatchObject({ state: 'reserved' });
  });

  test('what a withdrawn case had is given back, also where its process never heard that it has a place', async () => {
    await publish(always(1));
    const [one, other] = [await caseOf(), await caseOf()];
    await reserve(one);
    await reserve(other);
    const withdrawal = { idempotencyKey: 'withdrawn', outcome: 'withdrawn', grounds: [] } as const;
    await given.casework.caseStore.recordDecision(connectorOf(one), withdrawal);
    expect(await watch()).toBe(2);
    expect(await mine(one)).toMatchObject({ state: 'over', ended: 'released' });
    expect(await mine(other)).toMatchObject({ state: 'reserved' });
  });

  test('is read by its office and by whom the case is about, and by nobody else', async () => {
    await publish(always(1));
    const [one, other] = [await caseOf(), await caseOf()];
    await reserve(one);
    await reserve(other);
    const stranger = await givenCitizen(given.casework, 'Max Maes');
    await expect(mine(other, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(quota(driver)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(quota(holder)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await given.casework.quotas.listQuotas(driver, {})).toEqual([]);
    expect(await given.casework.quotas.listQuotas(clerk, {})).toMatchObject([{ quotaKey: 'flagey', waiting: 1 }]);
    expect(await given.casework.quotas.listPlacesForOffice(clerk, { caseId: other })).toMatchObject([
      { state: 'waiting', position: 1, quotaKey: 'flagey' },
    ]);
    const view = await quota();
    expect(view.events.map(({ act, cause }) => [act, cause?.caseId])).toEqual([
      ['waiting', other],
      ['reserved', one],
    ]);
    expect(view.ceilings).toMatchObject([{ ceiling: 1, validTo: null, legalRef: 'Règlement/Reglement 1' }]);
  });

  test('nobody changes what happened, gives a place away or learns who waits', async () => {
    await publish(always(1));
    const [one, other] = [await caseOf(), await caseOf()];
    await reserve(one);
    const { placeId } = await reserve(other);
    for (const actor of [clerk, holder, connectorOf(one)]) {
      const database = given.database.as(scopeOf(actor, given.clock.now()));
      for (const statement of [
        `update casework.quota_event set line = 0 where place_id = $1`,
        `delete from casework.quota_event where place_id = $1`,
        `delete from casework.quota_place where id = $1`,
        `update casework.quota_place set case_id = 'x' where id = $1`,
      ])
        await expect(database.query(statement, [placeId])).rejects.toMatchObject({ sqlState: '42501' });
    }
    const own = given.database.as(scopeOf(holder, given.clock.now()));
    await expect(own.query('select place_id from casework.quota_event')).rejects.toMatchObject({ sqlState: '42501' });
    const connector = given.database.as(scopeOf(connectorOf(one), given.clock.now()));
    expect(await connector.query('select id from casework.quota_place where id = $1', [placeId])).toEqual([]);
  });
});

test('a planted excess is found, and whatever else does not fit', async () => {
  const given = await openTestCasework();
  try {
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, quotaFolder(always(1)));
    const holder = await givenCitizen(given.casework, 'Noa Peeters');
    const reserve = (caseId: string) =>
      given.casework.caseStore.changePlace(connectorOf(caseId), {
        idempotencyKey: 'one',
        action: 'reserve',
        quota: 'flagey',
      });
    const { placeId } = await reserve(await givenCase(given.casework, holder));
    await reserve(await givenCase(given.casework, holder, 'Waits'));
    for (const [damage, finding] of [
      [['update casework.quota_count set held = held + 1'], 'to have the places that it counts'],
      [['update casework.quota_count set events = events + 1'], 'Expected events 1 to 3'],
      [['update casework.quota_event set waiting = 5 where sequence = 2'], 'to stand as after its last event'],
      [
        [
          'alter table casework.quota_event drop constraint quota_event_check',
          `update casework.quota_event set ceiling = 0 where act = 'reserved'`,
        ],
        'to give a place that was free',
      ],
      [[`update casework.quota_event set act = 'waiting' where sequence = 1`], 'to stand as its last event says'],
      [[`update casework.quota_place set line = line + 1 where state = 'waiting'`], 'at positions 1 to 1'],
    ] as const)
      expect(await findPlanted(given.database, damage, checkQuotas), damage.join()).toContainEqual(
        expect.stringContaining(finding),
      );
    const second = await givenCase(given.casework, holder, 'Other');
    await given.database.query(
      `insert into casework.quota_place
         select 'planted', administration, procedure_key, quota, $2, person_id, state, line, reserved_until, right_id, asked_at, ended
           from casework.quota_place where id = $1`,
      [placeId, second],
    );
    const found = await checkQuotas(given.database);
    expect(found).toHaveLength(2);
    expect(found.join('\n')).toMatch(/1 reserved, 0 held and 1 waited for, but found 2[^]*place planted/);
    await expect(
      given.database.query(`update casework.quota_event set taken = 2 where act = 'reserved'`),
    ).rejects.toMatchObject({ sqlState: '23514' });
  } finally {
    await given.close();
  }
});
