import { toDuration, toEpochMillis } from '@irisflow/feel';

import type { TimerDefinition } from '../../graph.ts';

const cronMacro = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
const cronField = /^[\d*/,\-?LW#A-Z]{1,100}$/i;

/** A cron line of six fields, seconds first, or a macro such as `@daily`. */
const isCron = (text: string): boolean => {
  if (cronMacro.test(text)) return true;
  const fields = text.split(/\s+/);
  return fields.length === 6 && fields.every((field) => cronField.test(field));
};

/** An ISO 8601 date and time; without offset or zone it is read in the engine's zone. */
export const isDateTimeText = (text: string): boolean => toEpochMillis(text.trim(), 'UTC') !== null;

/** `R/P1D`, `R3/PT1H` or, with a first instant, `R3/2026-01-01T00:00:00Z/PT1H`. */
const isRepetition = (text: string): boolean => {
  const [count, ...rest] = text.split('/');
  const interval = rest.pop();
  if (count === undefined || interval === undefined || !/^R\d{0,9}$/.test(count)) return false;
  return toDuration(interval) !== null && (rest.length === 0 || isDateTimeText(rest.join('/')));
};

/** Says whether a literal can be read as a date, a duration, or a repeating interval or cron line. */
export const isTimerText = (kind: TimerDefinition['kind'], text: string): boolean => {
  const trimmed = text.trim();
  if (kind === 'date') return isDateTimeText(trimmed);
  if (kind === 'duration') return toDuration(trimmed) !== null;
  return isRepetition(trimmed) || isCron(trimmed);
};
