import type { TimerDefinition } from '@irisflow/bpmn';
import type { FeelContext } from '@irisflow/feel';
import { IncidentError } from '../desk/failure.ts';
import { evaluateText } from '../expression/evaluate-expression.ts';
import { parseCron } from './cron.ts';
import { addDuration, parseDate, parseDuration, zoneOf } from './iso-time.ts';

/** When a timer fires next. */
export interface Schedule {
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** Firings left including this one; -1 for endless. */
  readonly repetitions: number;
}

/** What has already happened of a repeating timer. */
export interface Firing {
  readonly dueAt: number;
  readonly repetitions: number;
}

/** The first firing. Throws an incident when the text is no date, duration or cycle. */
export const scheduleTimer = (timer: TimerDefinition, context: FeelContext): Schedule => {
  const text = evaluateText(timer.value, context);
  switch (timer.kind) {
    case 'date':
      return { dueAt: parsed(text, 'a date', parseDate), repetitions: 1 };
    case 'duration':
      return { dueAt: later(context.now, parsed(text, 'a duration', parseDuration)), repetitions: 1 };
    case 'cycle':
      return firstOfCycle(text, context.now);
  }
  return timer satisfies never;
};

/** The firing after this one; null when it was the last. */
export const rescheduleTimer = (timer: TimerDefinition, context: FeelContext, last: Firing): Schedule | null => {
  if (timer.kind !== 'cycle' || last.repetitions === 1 || last.repetitions === 0) return null;
  const text = evaluateText(timer.value, context);
  const repetitions = last.repetitions < 0 ? -1 : last.repetitions - 1;
  const cycle = parseCycle(text);
  if (cycle.kind === 'cron') return next(cycle.after(context.now), repetitions);
  const planned = later(last.dueAt, cycle.duration, cycle.zone);
  // What was missed during a downtime is not made up for.
  const dueAt = planned < context.now ? later(context.now, cycle.duration, cycle.zone) : planned;
  return { dueAt, repetitions };
};

const firstOfCycle = (text: string, now: number): Schedule => {
  const cycle = parseCycle(text);
  if (cycle.kind === 'cron') {
    const first = next(cycle.after(now), -1);
    if (first === null)
      throw new IncidentError(
        'EXTRACT_VALUE_ERROR',
        `Expected the cycle '${text}' to have a next date, but it has none`,
      );
    return first;
  }
  if (cycle.start === null) return { dueAt: later(now, cycle.duration), repetitions: cycle.repetitions };
  return { dueAt: cycle.start, repetitions: cycle.repetitions };
};

/** Throws an incident when no calendar reaches that far. */
const later = (instant: number, duration: string, zone?: string): number => {
  const dueAt = addDuration(instant, duration, zone);
  if (dueAt !== null) return dueAt;
  throw new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `Expected the timer to fall due within the calendar, but '${duration}' leads beyond it`,
  );
};

const next = (dueAt: number | null, repetitions: number): Schedule | null =>
  dueAt === null ? null : { dueAt, repetitions };

type Cycle =
  | {
      readonly kind: 'interval';
      readonly repetitions: number;
      readonly start: number | null;
      /** Where a day of the interval begins and ends. */
      readonly zone: string;
      readonly duration: string;
    }
  | { readonly kind: 'cron'; readonly after: (instant: number) => number | null };

/** `R3/PT10S`, `R/2030-01-01T00:00:00Z/P1D`, or a cron expression of six fields. */
const parseCycle = (text: string): Cycle => {
  const repeated = /^R(-?\d*)\/(.+)$/.exec(text);
  if (repeated === null) {
    return { kind: 'cron', after: parsed(text, 'a cycle', parseCron) };
  }
  const [, count = '', interval = ''] = repeated;
  // Names of zones contain slashes too.
  const [, start = '', duration = interval] = /^(.*)\/([^/]*)$/.exec(interval) ?? [];
  const cycle = {
    kind: 'interval',
    repetitions: count === '' ? -1 : Number(count),
    start: start === '' ? null : parsed(start, 'the start of a cycle', parseDate),
    zone: zoneOf(start),
    duration: parsed(duration, 'the interval of a cycle', parseDuration),
  } as const;
  if (cycle.repetitions >= 0 || later(0, cycle.duration) > 0) return cycle;
  // It would fire without end at one instant, and nothing else would be done any more.
  throw new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `Expected an endless cycle to take time, but the interval of '${text}' is not positive`,
  );
};

const parsed = <Result>(text: string, what: string, parse: (text: string) => Result | null): Result => {
  const result = parse(text.trim());
  if (result !== null) return result;
  throw new IncidentError('EXTRACT_VALUE_ERROR', `Expected the timer to be given as ${what}, but '${text}' is none`);
};
