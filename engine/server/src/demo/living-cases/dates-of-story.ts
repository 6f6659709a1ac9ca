import { addDays, dayOf } from '@irisflow/calendar';

const daysOf = (value: object): number | undefined =>
  'daysFromToday' in value && typeof value.daysFromToday === 'number' ? value.daysFromToday : undefined;

const withDates = (value: unknown, today: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => withDates(item, today));
  if (typeof value !== 'object' || value === null) return value;
  const days = daysOf(value);
  if (days !== undefined) return addDays(today, days);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withDates(inner, today)]));
};

/** Answers of a story as they are given today: each `{ "daysFromToday": n }` as the date that it stands for. */
export const datesOfStory = (answers: Readonly<Record<string, unknown>>, now: number): Record<string, unknown> =>
  withDates(answers, dayOf(now)) as Record<string, unknown>;
