import { legalCalendar, presumedArrival } from '@irisflow/calendar';
import { type Fate, isPaper, type NoticeChannel } from './fate.ts';
import { standing } from './standing.ts';

/** What the law presumes of a letter on a day, beside what is written. */
export interface Presumed {
  /** What was presumed of another posting, and is so no more. */
  readonly void: readonly Fate[];
  /** What is presumed now; null where something else is known, or it is too early. */
  readonly arrived: { readonly channel: NoticeChannel; readonly day: string } | null;
}

const says = new Set(['presented', 'delivered', 'refused', 'returned']);

const firstPosted = (fates: readonly Fate[]): Fate | undefined =>
  fates.filter(({ kind }) => kind === 'sent').toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];

/**
 * The third working day after posting, once it is over, unless a fate says otherwise. It follows from the day of the posting:
 * when that is corrected, so is this.
 */
export const presume = (all: readonly Fate[], today: string): Presumed => {
  const fates = standing(all).filter(({ channel }) => isPaper(channel));
  const posted = firstPosted(fates);
  const day = posted === undefined ? null : presumedArrival(legalCalendar, posted.day);
  const before = fates.filter(({ kind }) => kind === 'presumed');
  const stays = before.some((fate) => fate.day === day);
  const isTime = day !== null && today > day && !stays && !fates.some(({ kind }) => says.has(kind));
  return {
    void: before.filter((fate) => fate.day !== day),
    arrived: isTime && posted !== undefined ? { channel: posted.channel, day } : null,
  };
};
