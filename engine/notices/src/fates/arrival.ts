import type { StartRule } from '@irisflow/calendar';
import { type Fate, type FateKind, isPaper, type NoticeChannel } from './fate.ts';
import { standing } from './standing.ts';

/** Terms that begin when a letter arrives. */
export type ArrivalRule = Extract<StartRule, 'presentation' | 'delivery' | 'presumedDelivery' | 'availability'>;

const rules: readonly StartRule[] = ['presentation', 'delivery', 'presumedDelivery', 'availability'];

export const isArrivalRule = (rule: StartRule): rule is ArrivalRule => rules.includes(rule);

const earliest = (fates: readonly Fate[], kinds: readonly FateKind[], on: readonly NoticeChannel[]): Fate | null =>
  fates
    .filter(({ kind, channel }) => kinds.includes(kind) && on.includes(channel))
    .reduce<Fate | null>((first, fate) => (first === null || fate.day < first.day ? fate : first), null);

const paper: readonly NoticeChannel[] = ['registered', 'post'];

/** What was taken or refused at the door was presented that day at the latest. */
const shown: readonly FateKind[] = ['presented', 'delivered', 'refused'];

/** By law: known where it is known, else the third working day after posting, unless it came back. */
const presumed = (fates: readonly Fate[]): Fate | null => {
  const known = earliest(fates, shown, paper);
  if (known !== null) return known;
  const cameBack = fates.some(({ kind, channel }) => kind === 'returned' && isPaper(channel));
  return cameBack ? null : earliest(fates, ['presumed'], paper);
};

/** That it lies in the e-Box; a letter that came back from there goes on paper, and arrives as paper does. */
const available = (fates: readonly Fate[]): Fate | null => {
  const boxed = earliest(fates, ['delivered', 'read'], ['ebox']);
  const cameBack = fates.some(({ kind, channel }) => kind === 'returned' && channel === 'ebox');
  return boxed ?? (cameBack ? presumed(fates) : null);
};

const finders: Readonly<Record<ArrivalRule, (fates: readonly Fate[]) => Fate | null>> = {
  presentation: (fates) => earliest(fates, shown, ['registered']),
  delivery: (fates) => earliest(fates, ['delivered'], paper),
  presumedDelivery: presumed,
  availability: available,
};

/** The fate after whose day a term counts; null as long as nobody knows of one. */
export const arrivalBy = (rule: ArrivalRule, fates: readonly Fate[]): Fate | null => finders[rule](standing(fates));
