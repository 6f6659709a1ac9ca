import { addDays, dayOf, instantAt, startTerm, timeOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isVisible } from '@irisflow/foundation';
import type { HearingDescription } from '@irisflow/procedures';
import { calendarOf } from '@irisflow/terms';
import type { Surroundings } from '../surroundings.ts';

export const MAX_PLACE = 500;
const DAY_MS = 24 * 3600 * 1000;
/** Nobody is summoned for a day so far away but by mistake. */
const FURTHEST_DAYS = 731;

/** When and where a hearing is held, as it is asked for. */
export interface Wanted {
  readonly day: string;
  /** `HH:MM`, as clocks in Brussels show it. */
  readonly time: string;
  readonly minutesLong?: number;
  readonly place?: string;
  readonly link?: string;
}

export interface Appointed {
  readonly at: number;
  readonly minutesLong: number;
  readonly place: string | null;
  readonly link: string | null;
}

const invalid = (message: string, pointer: string, keyword: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', message, { errors: [{ pointer, keyword }] });

const placeOf = ({ place = '' }: Wanted): string | null => {
  if (!isVisible(place)) return null;
  if (place.trim().length <= MAX_PLACE) return place.trim();
  throw invalid(
    `Expected a place of at most ${MAX_PLACE} characters, but found ${place.length}`,
    '/place',
    'maxLength',
  );
};

/** People click on it: nothing but a page of the web. */
const linkOf = ({ link = '' }: Wanted): string | null => {
  const given = link.trim();
  if (!isVisible(given)) return null;
  if (given.length <= MAX_PLACE && URL.canParse(given) && new URL(given).protocol === 'https:') return given;
  throw invalid(`Expected an address that begins with https://, but found ${given.slice(0, 80)}`, '/link', 'format');
};

/** The first day on which those who are summoned today can be heard: the whole of the notice lies between. */
export const earliestDay = async (
  db: Queryable,
  { administration }: Pick<CaseRow, 'administration'>,
  { notice, kind, calendar = 'legal' }: Pick<HearingDescription, 'notice' | 'kind' | 'calendar'>,
  today: string,
): Promise<string> => {
  if (notice === 0) return today;
  if (kind === 'calendarDays') return addDays(today, notice + 1);
  const rule = { kind, length: notice, startsAfter: 'receipt', warnAfter: null } as const;
  return addDays(startTerm(await calendarOf(db, { administration, calendar }), rule, today).dueOn, 1);
};

const instantOfWanted = ({ clock }: Surroundings, { day, time }: Wanted): number => {
  const at = instantAt(day, time);
  const now = clock.now();
  if (at === null) throw invalid(`Expected a time that there is, but found ${day} ${time}`, '/time', 'format');
  if (at <= now)
    throw invalid(`Expected a time after ${dayOf(now)} ${timeOf(now)}, but found ${day} ${time}`, '/day', 'range');
  if (at <= now + FURTHEST_DAYS * DAY_MS) return at;
  throw invalid(`Expected a day before ${addDays(dayOf(now), FURTHEST_DAYS)}, but found ${day}`, '/day', 'range');
};

/** When and where a hearing can be held as it is asked for; refused where those who are summoned have too few days. */
export const appointedTime = async (
  surroundings: Surroundings,
  db: Queryable,
  {
    row,
    described,
    wanted,
  }: { readonly row: CaseRow; readonly described: HearingDescription; readonly wanted: Wanted },
): Promise<Appointed> => {
  const at = instantOfWanted(surroundings, wanted);
  const earliestOn = await earliestDay(db, row, described, dayOf(surroundings.clock.now()));
  if (wanted.day < earliestOn)
    throw new CaseworkError(
      'HEARING_TOO_SOON',
      `Expected a day from ${earliestOn} on, ${described.notice} days after the summons, but found ${wanted.day}`,
      { errors: [{ pointer: '/day', keyword: 'notice' }] },
    );
  const place = placeOf(wanted);
  const link = linkOf(wanted);
  if (place === null && link === null)
    throw invalid('Expected a place or the address of a video call, but found neither', '/place', 'required');
  return { at, minutesLong: wanted.minutesLong ?? 60, place, link };
};
