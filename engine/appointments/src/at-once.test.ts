import { EventEmitter, once } from 'node:events';
import { takeNamedLock } from '@irisflow/database';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CounterSettings, CounterView } from './views/counter.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const settings: CounterSettings = {
  name: same('Guichet'),
  address: same('Rue du Progrès 80'),
  procedures: ['rent-aid'],
  takesOther: true,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '10:00' })),
  slotMinutes: 30,
  desks: 3,
  daysAhead: 60,
  hoursBefore: 2,
  languages: ['fr'],
  isOpen: true,
};
const day = '2026-11-26';
const nine = `${day}T08:00:00.000Z`;

describe('who books at the same moment', () => {
  let given: TestCasework;
  let agent: Actor;
  let chief: Actor;
  let lea: Actor;
  let counter: CounterView;
  const room = () => given.casework.appointments;

  beforeAll(async () => {
    given = await openTestCasework({ kind: 'postgres' });
    given.clock.set('2026-11-25T09:00:00.000Z');
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chloé', roles: ['supervisor'] });
    lea = await givenCitizen(given.casework, 'Léa');
  });
  beforeEach(async () => {
    await given.database.query('delete from casework.appointment');
    counter = await room().addCounter(chief, { settings });
  });
  afterAll(() => given.close());

  test('a clerk who presses twice books once, whoever it is for; for a colleague the same name is somebody else', async () => {
    const caseId = await givenCase(given.casework, lea);
    const wanted = { counterId: counter.id, from: nine, procedureKey: 'rent-aid', language: 'fr' } as const;
    for (const who of [
      { kind: 'new', name: 'Eve', phone: '02 204 00 00' },
      { kind: 'applicant', caseId, isAbout: true },
    ] as const) {
      const press = () => room().bookFor(agent, { ...wanted, who });
      const [one, two] = await Promise.all([press(), press()]);
      expect(two.id).toBe(one.id);
    }
    await room().bookFor(chief, { ...wanted, who: { kind: 'new', name: 'Eve', phone: '02 204 00 00' } });
    const { appointments } = await room().getAgenda(agent, { counterId: counter.id, day });
    expect(appointments.map(({ name }) => name).toSorted()).toEqual(['Eve', 'Eve', 'Léa']);
  });

  /** Until so many wait for a lock that somebody holds. */
  const waiting = (count: number) =>
    expect
      .poll(() => given.database.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`))
      .toHaveLength(count);

  test('nobody gets a place at a counter that was closed while they asked', async () => {
    const closed = { counterId: counter.id, settings: { ...settings, isOpen: false }, revision: counter.revision };
    const wanted = { counterId: counter.id, from: nine, procedureKey: 'rent-aid', language: 'fr' } as const;
    const locks = new EventEmitter();
    const held = once(locks, 'held');
    const holder = given.database.transaction(async (tx) => {
      await takeNamedLock(tx, `places of counter ${counter.id}`);
      locks.emit('held');
      await once(locks, 'free');
    });
    await held;
    const change = room().changeCounter(chief, { ...closed, misfits: 0 });
    await waiting(1);
    const asked = [
      room().bookFor(agent, { ...wanted, who: { kind: 'new', name: 'Eve', phone: null } }),
      room().bookMine(lea, { ...wanted, caseId: null, phone: null }),
    ];
    await waiting(3);
    locks.emit('free');
    await holder;
    expect(await change).toMatchObject({ isOpen: false });
    const taken = expect.objectContaining({ code: 'APPOINTMENT_TAKEN' });
    expect(await Promise.allSettled(asked)).toEqual([
      { status: 'rejected', reason: taken },
      { status: 'rejected', reason: taken },
    ]);
  });
});
