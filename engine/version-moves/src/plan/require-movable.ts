import { type Actor, type Clerk, requireDesigner, requireWhole } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findApproval, findVersion, requireOwnProcedure } from '@irisflow/procedures';

export interface WishedVersions {
  readonly key: string;
  readonly from: readonly number[];
  readonly to: number;
}

/** Who publishes versions moves cases to them; whoever sees a part of the cases moves none. */
export const requireMover = async (db: Queryable, actor: Actor, key: string): Promise<Clerk> => {
  await requireOwnProcedure(db, actor, key);
  const clerk = requireDesigner(actor);
  requireWhole(clerk);
  return clerk;
};

/** A version that waits for a second person begins no case and takes none over: their word is worth the same for both. */
export const requireVersions = async (db: Queryable, { key, from, to }: WishedVersions): Promise<void> => {
  for (const version of [...from, to])
    if ((await findVersion(db, { key, version })) === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected version ${version} of ${key}, but there is none`);
  const approval = await findApproval(db, { key, version: to });
  if (approval !== undefined && approval.approved_at === null)
    throw new CaseworkError(
      'VERSION_WAITS',
      `Expected a version in use, but version ${to} of ${key} waits for the approval of a second person`,
    );
};
