import { actorReference, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import type { Cents } from '@irisflow/ledger';
import { type Engagement, listYearsOf, restOf } from '../storage/engagements.ts';
import { type Line, findLine, lockLines } from '../storage/lines.ts';
import type { Deltas, NewMovement } from '../storage/movements.ts';
import type { Surroundings } from '../surroundings.ts';

/** What is done to a budget, in a transaction that has locked its lines. */
export interface Act {
  readonly tx: Queryable;
  readonly actor: Actor;
}

/** An engagement with each of its years, behind the lock of their lines. */
export interface Held {
  readonly years: readonly Engagement[];
  /** The one that orders take from, with its line. */
  readonly latest: Engagement;
  readonly line: Line;
}

/** All years of an engagement behind the locks of their lines: while it waited for one, a carry-over may have added another. */
const lockYears = async (tx: Queryable, rootId: string): Promise<readonly Engagement[]> => {
  const locked = new Set<string>();
  for (;;) {
    const years = await listYearsOf(tx, rootId);
    const open = years.filter(({ lineId }) => !locked.has(lineId)).map(({ lineId }) => lineId);
    if (open.length === 0) return years;
    await lockLines(tx, open);
    for (const lineId of open) locked.add(lineId);
  }
};

/** Locks the lines of an engagement and reads it as it is behind them; undefined where there is none. */
export const hold = async (tx: Queryable, rootId: string): Promise<Held | undefined> => {
  const years = await lockYears(tx, rootId);
  const latest = years.at(-1);
  const line = latest === undefined ? undefined : await findLine(tx, latest.lineId);
  return latest === undefined || line === undefined ? undefined : { years, latest, line };
};

/** What it comes to over all its years: what goes over to the next one is in both, and counts once. */
export const amountOfAll = (years: readonly Engagement[]): Cents =>
  years.reduce((sum, { engaged, carriedIn, carriedOut }) => sum + engaged + carriedIn - carriedOut, 0n);

/** What orders took of it, or may still take. */
export const sumOfAll = (years: readonly Engagement[], of: (one: Engagement) => Cents): Cents =>
  years.reduce((sum, one) => sum + of(one), 0n);

/** Less of an engagement: credits of its own year go back to the line first, what an earlier year gave lapses. */
export const lessOf = ({ engaged }: Pick<Engagement, 'engaged'>, amount: Cents): Deltas => {
  const own = amount < engaged ? amount : engaged;
  return { engaged: -own, carriedIn: own - amount };
};

/** A movement of one engagement. */
export const movementOf = (
  { clock }: Pick<Surroundings, 'clock'>,
  { actor }: Act,
  { administration, lineId, id }: Pick<Engagement, 'administration' | 'lineId' | 'id'>,
  moved: Pick<NewMovement, 'kind' | 'reason' | 'payableId'> & Deltas,
): NewMovement => ({
  ...moved,
  administration,
  lineId,
  engagementId: id,
  at: clock.now(),
  madeBy: actorReference(actor),
});

/** Years of it that orders may still take something of. */
export const leftOf = (years: readonly Engagement[]): readonly Engagement[] => years.filter((one) => restOf(one) > 0n);
