import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Timer = { readonly date: string } | { readonly cycle: string };

const started = (id: string, timer: Timer) => bpmnProcess(id).start('due', { event: { timer } }).end().toXml();

const withoutTimer = (id: string) => bpmnProcess(id).start().end().toXml();

const count = async (world: World, id: string) => (await world.instances(id)).length;

const advanceTo = (world: World, instant: number) => world.advance(instant - world.clock.now());

/** The next midnight in UTC of which this is true. */
const nextDay = (now: number, isWanted: (day: Date) => boolean) => {
  let day = Math.ceil(now / DAY) * DAY;
  while (!isWanted(new Date(day))) day += DAY;
  return day;
};

/** The last Sunday of a month, on which Europe changes its clocks. */
const isLastSundayOf = (month: number) => (day: Date) =>
  day.getUTCMonth() === month && day.getUTCDay() === 0 && day.getUTCDate() > 24;

scenarios('TM', 'Processes that timers start', (scenario) => {
  scenario(170, 'a cycle starts an instance each time', async (world) => {
    // given
    const id = world.name('started');
    await world.deploy(started(id, { cycle: 'R3/PT1H' }));

    // when / then
    for (const expected of [1, 2, 3, 3]) {
      await world.advance(HOUR);
      expect(await count(world, id)).toBe(expected);
    }
  });

  scenario(170, 'a date starts one instance', async (world) => {
    // given
    const id = world.name('started');
    await world.deploy(started(id, { date: new Date(world.clock.now() + HOUR).toISOString() }));

    // when
    await world.advance(59 * MINUTE);
    expect(await count(world, id)).toBe(0);
    await world.advance(DAY);

    // then
    const key = theOnly(await world.instances(id), 'instance');
    expect(await world.elements(key)).toEqual([id, 'due', 'end']);
  });

  scenario(170, 'a new version replaces the schedule', async (world) => {
    // given
    const id = world.name('started');
    await world.deploy(started(id, { cycle: 'R/PT1H' }));

    // when
    await world.deploy(started(id, { cycle: 'R/PT3H' }));
    await world.advance(179 * MINUTE);

    // then
    expect(await count(world, id)).toBe(0);
    await world.advance(MINUTE);
    const key = theOnly(await world.instances(id), 'instance');
    const { body } = await world.rest.ask('GET', `/process-instances/${key}`);
    expect(body['processDefinitionVersion']).toBe(2);
    await world.deploy(withoutTimer(id));
  });

  scenario(170, 'a version without timer stops the schedule', async (world) => {
    // given
    const id = world.name('started');
    await world.deploy(started(id, { cycle: 'R/PT1H' }));
    await world.advance(HOUR);

    // when
    await world.deploy(withoutTimer(id));
    await world.advance(DAY);

    // then
    expect(await count(world, id)).toBe(1);
  });

  scenario(170, 'a cycle that can no longer be read ends after the start that was due', async (world) => {
    // given
    const id = world.name('started');
    const end = new Date(world.clock.now() + 90 * MINUTE).toISOString();
    await world.deploy(started(id, { cycle: `= if now() < date and time("${end}") then "R/PT1H" else "over"` }));

    // when / then
    for (const expected of [1, 2, 2]) {
      await world.advance(HOUR);
      expect(await count(world, id)).toBe(expected);
    }
  });

  scenario(172, 'a start that was missed while the engine was down is made once', async (world) => {
    // given
    const id = world.name('started');
    await world.deploy(started(id, { cycle: 'R/PT1H' }));

    // when
    await world.restart(5 * HOUR);
    await world.advance(0);

    // then
    expect(await count(world, id)).toBe(1);
    await world.advance(HOUR);
    expect(await count(world, id)).toBe(2);
    await world.deploy(withoutTimer(id));
  });

  scenario(171, 'cron starts an instance on weekdays and none at the weekend', async (world) => {
    // given a Friday after nine
    const friday = nextDay(world.clock.now(), (day) => day.getUTCDay() === 5);
    await advanceTo(world, friday + 12 * HOUR);
    const id = world.name('started');
    await world.deploy(started(id, { cycle: '0 0 9 * * MON-FRI' }));

    // when / then at noon of Saturday, Sunday, Monday, Tuesday
    for (const expected of [0, 0, 1, 2]) {
      await world.advance(DAY);
      expect(await count(world, id)).toBe(expected);
    }
    await world.deploy(withoutTimer(id));
  });

  scenario(171, 'cron knows the last day of the month', async (world) => {
    // given
    const firstDay = nextDay(world.clock.now(), (day) => day.getUTCDate() === 1);
    const [year, month] = [new Date(firstDay).getUTCFullYear(), new Date(firstDay).getUTCMonth()];
    await advanceTo(world, firstDay);
    const id = world.name('started');
    await world.deploy(started(id, { cycle: '0 30 9 L * *' }));

    // when / then
    for (const [monthsLater, expected] of [
      [1, 1],
      [2, 2],
      [3, 3],
    ] as const) {
      const lastDay = Date.UTC(year, month + monthsLater, 0);
      await advanceTo(world, lastDay + 9 * HOUR + 29 * MINUTE);
      expect(await count(world, id)).toBe(expected - 1);
      await world.advance(MINUTE);
      expect(await count(world, id)).toBe(expected);
    }
    await world.deploy(withoutTimer(id));
  });

  for (const [what, month, hourBefore, hourAfter] of [
    ['forward', 2, 8, 7],
    ['back', 9, 7, 8],
  ] as const) {
    scenario(174, `a daily interval keeps its hour in its zone when clocks are put ${what}`, async (world) => {
      // given an interval that begins at nine in Brussels, the day before the change
      const sunday = nextDay(world.clock.now() + 2 * DAY, isLastSundayOf(month));
      const saturday = sunday - DAY;
      const id = world.name('started');
      const begin = `${new Date(saturday).toISOString().slice(0, 10)}T09:00:00[Europe/Brussels]`;
      await world.deploy(started(id, { cycle: `R3/${begin}/P1D` }));

      // when / then it is nine in Brussels on both days
      for (const [due, expected] of [
        [saturday + hourBefore * HOUR, 1],
        [sunday + hourAfter * HOUR, 2],
      ] as const) {
        await advanceTo(world, due - MINUTE);
        expect(await count(world, id)).toBe(expected - 1);
        await advanceTo(world, due);
        expect(await count(world, id)).toBe(expected);
      }
      await world.deploy(withoutTimer(id));
    });
  }
});
