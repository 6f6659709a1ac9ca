import type { Queryable, Selectable } from '@irisflow/database';
import type { ReopeningGround, ReopeningView } from '../views/reopening.ts';
import type { LifecycleTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type ReopeningRow = Omit<Selectable<LifecycleTables['reopening']>, 'ground' | 'state'> & {
  readonly ground: ReopeningGround;
  readonly state: ReopeningView['state'];
};

export interface NewReopening {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly ground: ReopeningGround;
  readonly reason: string;
  readonly state: 'proposed' | 'done';
  readonly personId: string;
  readonly at: string;
  readonly closedAt: Date | string;
}

export const insertReopening = (db: Queryable, one: NewReopening) =>
  tables(db)
    .insertInto('reopening')
    .values({
      id: one.id,
      case_id: one.caseId,
      administration: one.administration,
      ground: one.ground,
      reason: one.reason,
      state: one.state,
      proposed_by: one.personId,
      proposed_at: one.at,
      closed_at: one.closedAt,
      decided_by: one.state === 'done' ? one.personId : null,
      decided_at: one.state === 'done' ? one.at : null,
    })
    .execute();

/** The newest first. */
export const listReopenings = (db: Queryable, caseId: string): Promise<ReopeningRow[]> =>
  tables(db)
    .selectFrom('reopening')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .$castTo<ReopeningRow>()
    .execute();

/** Decides what is still proposed; whoever does so has the case locked. */
export const endReopening = (
  db: Queryable,
  end: { id: string; state: 'done' | 'refused'; by: string; at: string; refusal: string | null },
) =>
  tables(db)
    .updateTable('reopening')
    .set({ state: end.state, decided_by: end.by, decided_at: end.at, refusal: end.refusal })
    .where('id', '=', end.id)
    .where('state', '=', 'proposed')
    .execute();
