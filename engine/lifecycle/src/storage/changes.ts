import { type Queryable, type Selectable, sql } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { DeclaredAnswer, ToldChange } from '../views/change.ts';
import type { LifecycleTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type ChangeRow = Omit<Selectable<LifecycleTables['declared_change']>, 'answers' | 'told' | 'state' | 'since'> & {
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly answers: readonly DeclaredAnswer[];
  readonly told: readonly ToldChange[];
  readonly state: 'waiting' | 'accepted' | 'refused' | 'retracted';
};

export interface NewChange {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly part: string | null;
  readonly answers: readonly DeclaredAnswer[];
  readonly told: readonly ToldChange[];
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly reason: string;
  readonly documents: readonly string[];
  readonly personId: string;
  readonly at: number;
}

export const insertChange = (db: Queryable, change: NewChange) =>
  tables(db)
    .insertInto('declared_change')
    .values({
      id: change.id,
      case_id: change.caseId,
      administration: change.administration,
      part: change.part,
      answers: jsonOf(change.answers),
      told: jsonOf(change.told),
      since: change.since,
      reason: change.reason,
      documents: [...change.documents],
      state: 'waiting',
      declared_by: change.personId,
      declared_at: isoOf(change.at),
    })
    .execute();

/** The newest first. */
export const listChanges = (db: Queryable, caseId: string): Promise<ChangeRow[]> =>
  tables(db)
    .selectFrom('declared_change')
    .selectAll()
    .select(sql<string>`since::text`.as('since'))
    .where('case_id', '=', caseId)
    .orderBy('declared_at', 'desc')
    .orderBy('id')
    .$castTo<ChangeRow>()
    .execute();

export interface ChangeEnd {
  readonly id: string;
  readonly state: 'accepted' | 'refused' | 'retracted';
  readonly by: string;
  readonly at: number;
  readonly refusal: string | null;
}

/** Ends what still waits; whoever does so has the case locked. */
export const endChange = (db: Queryable, { id, state, by, at, refusal }: ChangeEnd) =>
  tables(db)
    .updateTable('declared_change')
    .set({ state, settled_by: by, settled_at: isoOf(at), refusal })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();

/** What waits in the open cases of an administration, the longest waiting first. */
export const listWaitingChanges = (
  db: Queryable,
  { administration, limit }: { readonly administration: string; readonly limit: number },
) =>
  tables(db)
    .selectFrom('declared_change as c')
    .innerJoin('case_file as f', 'f.id', 'c.case_id')
    .select(['c.id', 'c.case_id', 'c.part', 'c.told', 'c.declared_at'])
    .select(sql<string>`c.since::text`.as('since'))
    .select(['f.reference', 'f.applicant', 'f.procedure_key', 'f.procedure_version'])
    .where('c.administration', '=', administration)
    .where('c.state', '=', 'waiting')
    .where('f.closed_at', 'is', null)
    .orderBy('c.declared_at')
    .orderBy('c.id')
    .limit(limit)
    .execute();

/** Whether something that its applicant declared of a case waits to be looked at. */
export const hasWaitingChange = async (db: Queryable, caseId: string): Promise<boolean> => {
  const [found] = await tables(db)
    .selectFrom('declared_change')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .limit(1)
    .execute();
  return found !== undefined;
};
