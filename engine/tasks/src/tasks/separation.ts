import type { Queryable } from '@irisflow/database';
import type { MatterAct, ProcedureDescription } from '@irisflow/procedures';
import { listMatterHands, type MatterHand } from '../storage/hands.ts';
import { listPerformed, type Performed } from '../storage/performers.ts';

/** From what a task is kept apart. */
export interface Separation {
  /** Steps of the same case. */
  readonly elementIds: readonly string[];
  /** What was done in the case, or in one that is linked to it. */
  readonly acts: readonly MatterAct[];
}

export const separationOf = ({ tasks }: Pick<ProcedureDescription, 'tasks'>, elementId: string): Separation => ({
  elementIds: tasks[elementId]?.separateFrom ?? [],
  acts: tasks[elementId]?.separateFromActs ?? [],
});

/** What was done in some cases that can keep somebody from a task. */
export interface Deeds {
  readonly performed: readonly Performed[];
  readonly hands: readonly MatterHand[];
}

/** Asks nothing that none of the separations is about. */
export const readDeeds = async (
  db: Queryable,
  caseIds: readonly string[],
  separations: readonly Separation[],
): Promise<Deeds> => ({
  performed: separations.some(({ elementIds }) => elementIds.length > 0) ? await listPerformed(db, caseIds) : [],
  hands: separations.some(({ acts }) => acts.length > 0) ? await listMatterHands(db, caseIds) : [],
});

interface KeptApart {
  readonly caseId: string;
  readonly separation: Separation;
}

/** Everybody who did what a task of a case is kept apart from, under every account of theirs. */
export const keptApart = ({ performed, hands }: Deeds, { caseId, separation }: KeptApart): ReadonlySet<string> =>
  new Set([
    ...performed
      .filter((one) => one.caseId === caseId && separation.elementIds.includes(one.elementId))
      .map(({ personId }) => personId),
    ...hands
      .filter((one) => one.caseId === caseId && separation.acts.includes(one.act))
      .flatMap(({ accounts }) => accounts),
  ]);
