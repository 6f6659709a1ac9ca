import { type Fate, isPaper, type NoticeChannel, order } from './fate.ts';

/** What is so as far as it is known: what nobody corrected. */
export const standing = (fates: readonly Fate[]): Fate[] => {
  const corrected = new Set(fates.map(({ corrects }) => corrects));
  return fates.filter(({ id, kind }) => kind !== 'annulled' && !corrected.has(id));
};

const isLater = (one: Fate, other: Fate): boolean => {
  if (one.day !== other.day) return one.day > other.day;
  const ranks = order.indexOf(one.kind) - order.indexOf(other.kind);
  return ranks === 0 ? one.recordedAt > other.recordedAt : ranks > 0;
};

/** What the law presumes counts as long as nothing is known of the arrival. */
const isKnown = ({ kind }: Fate): boolean => kind !== 'presumed' && kind !== 'handedOver' && kind !== 'sent';

/** How the letter stands on one of its ways: it follows from its fates, and nobody types it. Undefined before anything became of it. */
export const stateOn = (fates: readonly Fate[], channel: NoticeChannel): Fate | undefined => {
  const own = standing(fates).filter((fate) => fate.channel === channel);
  const known = own.filter(isKnown);
  return (known.length > 0 ? known : own).reduce<Fate | undefined>(
    (last, fate) => (last === undefined || isLater(fate, last) ? fate : last),
    undefined,
  );
};

/** Ways by which somebody else carries a letter, as the registered one and the e-Box. */
const carried: readonly NoticeChannel[] = ['ebox', 'registered'];

/** By which of them nobody has said anything yet of the letter. */
export const carryWorkOf = (channels: readonly NoticeChannel[], fates: readonly Fate[]): NoticeChannel[] =>
  carried.filter((channel) => channels.includes(channel) && stateOn(fates, channel) === undefined);

/** What is left to do on paper: hand it over, or wait for whoever carries it. */
export type PaperWork = 'toPost' | 'underway';

/** What the post room still has to do; null where nothing is. Of an ordinary letter nobody hears more than that it was posted. */
export const paperWorkOf = (channels: readonly NoticeChannel[], fates: readonly Fate[]): PaperWork | null => {
  const ways = channels.filter(isPaper);
  const states = ways.map((channel) => ({ channel, kind: stateOn(fates, channel)?.kind }));
  if (states.some(({ kind }) => kind === undefined)) return 'toPost';
  const open = new Set(['handedOver', 'sent', 'presented', 'presumed']);
  const isOpen = states.some(({ channel, kind }) => channel === 'registered' && kind !== undefined && open.has(kind));
  return isOpen ? 'underway' : null;
};
