import { describe, expect, it } from 'vitest';

import { calendar } from '../index.ts';
import { usePlatformWorld } from '../testing/platform-world.ts';

const counted = {
  isWorkingDay: true,
  isClosed: false,
  nextWorkingDay: '2026-12-24',
  result: '2026-12-30',
  workingDaysUntil: null,
};

describe('the calendar', () => {
  const world = usePlatformWorld();

  it('counts as the platform does, which knows when the administration is closed', async () => {
    world.answerWith({ body: counted });

    expect(await world.run(calendar, { count: 'workingDays', day: '2026-12-24', days: 3 })).toMatchObject({
      kind: 'output',
      variables: { counted },
    });
    await world.run(calendar, { count: 'calendarDays', day: '2026-12-24', days: -3, until: '2027-01-04' });
    await world.run(calendar, { day: '2026-12-24' });
    expect(world.seen).toMatchObject([
      { path: '/api/connector/case/days', body: { day: '2026-12-24', workingDays: 3 } },
      { body: { day: '2026-12-24', calendarDays: -3, until: '2027-01-04' } },
      { body: { day: '2026-12-24' } },
    ]);
  });

  it('waits for a person when a number or a day is missing', async () => {
    expect(await world.run(calendar, { count: 'workingDays', day: '2026-12-24' })).toMatchObject({ kind: 'incident' });
    expect(await world.run(calendar, { day: '24/12/2026' })).toMatchObject({ kind: 'incident' });
    expect(world.seen).toEqual([]);
  });

  it('asks again when the platform is away', async () => {
    world.answerWith({ status: 503, body: {} });

    expect(await world.run(calendar, { day: '2026-12-24' })).toMatchObject({ kind: 'retry' });
  });
});
