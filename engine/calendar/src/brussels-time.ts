import { dayOf } from './calendar-date.ts';

const MINUTE_MS = 60_000;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What clocks in Brussels show at an instant, as `HH:MM`. */
export const timeOf = (epochMs: number): string => clock.format(epochMs);

const isAt = (epochMs: number, day: string, time: string): boolean =>
  dayOf(epochMs) === day && timeOf(epochMs) === time;

/**
 * The instant at which clocks in Brussels show a time (`HH:MM`) on a day: the first of both in the hour that comes twice, null in
 * the one that is left out when summer time begins, and for what is no day or no time.
 */
export const instantAt = (day: string, time: string): number | null => {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time) || Number.isNaN(asUtc)) return null;
  return [120, 60].map((ahead) => asUtc - ahead * MINUTE_MS).find((one) => isAt(one, day, time)) ?? null;
};
