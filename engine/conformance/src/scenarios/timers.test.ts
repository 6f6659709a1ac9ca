import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Timer = { readonly date: string } | { readonly duration: string } | { readonly cycle: string };

const waiting = (id: string, timer: Timer) =>
  bpmnProcess(id).start().catchEvent('wait', { event: { timer } }).end().toXml();

/** A task beside which something happens again and again. */
const pulsing = (id: string, type: string, cycle: string) =>
  bpmnProcess(id)
    .start()
    .serviceTask('work', { type })
    .boundary('pulse', { event: { timer: { cycle } }, interrupting: false }, (path) => path.end('pulsed'))
    .end()
    .toXml();

const pulses = async (world: World, key: string) =>
  (await world.elements(key)).filter((element) => element === 'pulsed').length;

/** Deploys a timer and proves that it fires after that time, and not ten seconds before. */
const expectToFire = async (world: World, timer: Timer, wait: { after: number; variables?: object }) => {
  const id = world.name('waiting');
  await world.deploy(waiting(id, timer));
  const key = await world.create(id, wait.variables);
  await world.advance(wait.after - 10 * SECOND);
  expect(await world.state(key)).toBe('ACTIVE');
  await world.advance(10 * SECOND);
  expect(await world.state(key)).toBe('COMPLETED');
};

/** The same day and time one month later, or the last day of that month when it is shorter. */
const monthLater = (instant: number) => {
  const date = new Date(instant);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const lastDay = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  return Date.UTC(year, month + 1, Math.min(date.getUTCDate(), lastDay)) + (instant % DAY);
};

/** ISO 8601 text to the second, without offset. */
const local = (instant: number) => new Date(instant).toISOString().slice(0, 19);

scenarios('TM', 'Timers', (scenario) => {
  for (const [duration, after] of [
    ['PT1H', HOUR],
    ['PT90M30S', 90 * MINUTE + 30 * SECOND],
    ['P1DT1H', DAY + HOUR],
    ['P1W', 7 * DAY],
    ['= duration("PT2H")', 2 * HOUR],
    ['= duration("PT" + string(hours) + "H")', 3 * HOUR],
    ['= term', 4 * HOUR],
  ] as const) {
    scenario(166, `the duration ${duration} ends when it should`, (world) =>
      expectToFire(world, { duration }, { after, variables: { hours: 3, term: 'PT4H' } }),
    );
  }

  scenario(166, 'a duration of months follows the calendar', async (world) => {
    const now = world.clock.now();
    await expectToFire(world, { duration: 'P1M' }, { after: monthLater(now) - now });
  });

  for (const [what, dateOf] of [
    ['in UTC', (due) => `${local(due)}Z`],
    ['with an offset', (due) => `${local(due + 2 * HOUR)}+02:00`],
    ['with a time zone', (due) => `${local(due + 5.5 * HOUR)}[Asia/Kolkata]`],
    ['without offset, read in UTC,', (due) => local(due)],
    ['computed as FEEL date and time', () => '= now() + duration("PT1H")'],
    ['in a variable', () => '= due'],
    ['made of a variable', () => '= date and time(due)'],
  ] as const satisfies readonly (readonly [string, (due: number) => string])[]) {
    scenario(166, `a date ${what} is kept`, async (world) => {
      const due = world.clock.now() + HOUR;
      await expectToFire(world, { date: dateOf(due) }, { after: HOUR, variables: { due: `${local(due)}Z` } });
    });
  }

  for (const duration of ['PT0S', '-PT5M', '-P1D', '= duration("PT0S")']) {
    scenario(166, `the duration ${duration} ends at once`, async (world) => {
      const id = world.name('waiting');
      await world.deploy(waiting(id, { duration }));
      expect(await world.run(id, { amount: 1 })).toEqual({ amount: 1 });
    });
  }

  scenario(167, 'a date in the past has come at once', async (world) => {
    const id = world.name('waiting');
    await world.deploy(waiting(id, { date: '2001-02-03T04:05:06Z' }));
    expect(await world.run(id, { amount: 1 })).toEqual({ amount: 1 });
  });

  for (const cycle of ['R3/PT1H', '= cycle(3, duration("PT1H"))']) {
    scenario(168, `the cycle ${cycle} fires three times, each an hour after it was due before`, async (world) => {
      // given
      const [id, type] = [world.name('pulsing'), world.name('work')];
      await world.deploy(pulsing(id, type, cycle));
      const key = await world.create(id);

      // when noticed half an hour late
      await world.advance(90 * MINUTE);
      expect(await pulses(world, key)).toBe(1);

      // then
      await world.advance(29 * MINUTE);
      expect(await pulses(world, key)).toBe(1);
      await world.advance(MINUTE);
      expect(await pulses(world, key)).toBe(2);
      await world.advance(HOUR);
      expect(await pulses(world, key)).toBe(3);
      await world.advance(DAY);
      expect(await pulses(world, key)).toBe(3);
      expect(await world.elements(key, 'ACTIVE')).toContain('work');
    });
  }

  scenario(169, 'an endless cycle goes on until the task completes', async (world) => {
    // given
    const [id, type] = [world.name('pulsing'), world.name('work')];
    await world.deploy(pulsing(id, type, 'R/PT1H'));
    const key = await world.create(id);
    for (const count of [1, 2, 3, 4]) {
      await world.advance(HOUR);
      expect(await pulses(world, key)).toBe(count);
    }

    // when
    await world.complete(await world.job(type));
    await world.advance(DAY);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await pulses(world, key)).toBe(4);
  });

  scenario(169, 'firings that were missed are not made up for', async (world) => {
    // given
    const [id, type] = [world.name('pulsing'), world.name('work')];
    await world.deploy(pulsing(id, type, 'R/PT1H'));
    const key = await world.create(id);

    // when
    await world.advance(5 * HOUR);

    // then
    expect(await pulses(world, key)).toBe(1);
    await world.advance(59 * MINUTE);
    expect(await pulses(world, key)).toBe(1);
    await world.advance(MINUTE);
    expect(await pulses(world, key)).toBe(2);
  });

  scenario(169, 'an endless cycle that takes no time is an incident', async (world) => {
    // given
    const [id, type] = [world.name('pulsing'), world.name('work')];
    await world.deploy(pulsing(id, type, '= pause'));

    // when
    const key = await world.create(id, { pause: 'R/PT0S' });

    // then
    expect(await world.incident(key)).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work' });
    expect(await pulses(world, key)).toBe(0);
  });

  scenario(172, 'what fell due while the engine was down happens once after its start', async (world) => {
    // given
    const [id, pulse, type] = [world.name('waiting'), world.name('pulsing'), world.name('work')];
    await world.deploy(waiting(id, { duration: 'PT1H' }), pulsing(pulse, type, 'R/PT1H'));
    const [key, pulseKey] = [await world.create(id), await world.create(pulse)];

    // when
    await world.restart(5 * HOUR);

    // then
    await world.reaches(key, 'COMPLETED');
    await world.advance(0);
    expect(await pulses(world, pulseKey)).toBe(1);

    // when
    await world.restart();
    await world.advance(59 * MINUTE);

    // then
    expect(await pulses(world, pulseKey)).toBe(1);
    await world.advance(MINUTE);
    expect(await pulses(world, pulseKey)).toBe(2);
  });

  for (const [what, term] of [
    ['text that is no duration', 'soon'],
    ['time beyond the calendar', 'P999999Y'],
    ['a number', 42],
    ['null', null],
  ] as const) {
    scenario(173, `${what} as duration is an incident; fixed, the timer runs`, async (world) => {
      // given
      const id = world.name('waiting');
      await world.deploy(waiting(id, { duration: '= term' }));
      const key = await world.create(id, { term });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'wait' });

      // when
      await world.setVariables(key, { term: 'PT1H' });
      await world.resolve(incident);

      // then
      await world.advance(59 * MINUTE);
      expect(await world.state(key)).toBe('ACTIVE');
      await world.advance(MINUTE);
      expect(await world.state(key)).toBe('COMPLETED');
    });
  }

  scenario(173, 'a task whose boundary timer cannot be read offers no job before it is fixed', async (world) => {
    // given
    const [id, type] = [world.name('working'), world.name('work')];
    const model = bpmnProcess(id)
      .start()
      .serviceTask('work', { type })
      .boundary('late', { event: { timer: { date: '= term' } } }, (path) => path.end('reminded'))
      .end()
      .toXml();
    await world.deploy(model);
    const key = await world.create(id, { term: 'next week' });
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work' });
    expect(await world.activate(type)).toEqual([]);

    // when
    await world.setVariables(key, { term: `${local(world.clock.now() + HOUR)}Z` });
    await world.resolve(incident);

    // then
    expect((await world.job(type)).elementId).toBe('work');
    await world.advance(HOUR);
    expect(await world.elements(key, 'COMPLETED')).toContain('reminded');
  });

  scenario(
    173,
    'a cycle that can no longer be read is an incident of its task, which can still complete',
    async (world) => {
      // given
      const [id, type] = [world.name('pulsing'), world.name('work')];
      await world.deploy(pulsing(id, type, '= pause'));
      const key = await world.create(id, { pause: 'R/PT1H' });

      // when
      await world.setVariables(key, { pause: 'often' });
      await world.advance(HOUR);

      // then
      expect(await world.incident(key)).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work' });
      expect(await pulses(world, key)).toBe(1);
      await world.complete(await world.job(type));
      await world.reaches(key, 'COMPLETED');
      expect(await world.incidents(key)).toEqual([]);
    },
  );
});
