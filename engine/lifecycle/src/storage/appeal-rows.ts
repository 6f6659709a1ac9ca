import type { Suspended } from '@irisflow/letters';
import { type Queryable, type Selectable, sql } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { AppealOutcome, AppealRuling } from '../views/appeal.ts';
import type { LifecycleTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type AppealRow = Omit<
  Selectable<LifecycleTables['appeal']>,
  'suspends' | 'since_on' | 'ended_on' | 'outcome' | 'ruling'
> & {
  readonly suspends: readonly Suspended[];
  /** Days, `YYYY-MM-DD`. */
  readonly since_on: string;
  readonly ended_on: string | null;
  readonly outcome: AppealOutcome | null;
  readonly ruling: AppealRuling | null;
};

export type NewAppealRow = Pick<
  AppealRow,
  'case_id' | 'administration' | 'against_case_id' | 'decision_id' | 'remedy' | 'suspends' | 'summary' | 'since_on'
> & { readonly at: number };

export const insertAppealRow = (tx: Queryable, { at, suspends, ...row }: NewAppealRow) =>
  tables(tx)
    .insertInto('appeal')
    .values({ ...row, suspends: [...suspends], lodged_at: isoOf(at) })
    .execute();

const appeals = (db: Queryable) =>
  tables(db)
    .selectFrom('appeal')
    .selectAll()
    .select([sql<string>`since_on::text`.as('since_on'), sql<string | null>`ended_on::text`.as('ended_on')])
    .$castTo<AppealRow>();

export const findAppealRow = (db: Queryable, caseId: string): Promise<AppealRow | undefined> =>
  appeals(db).where('case_id', '=', caseId).executeTakeFirst();

/** Against the decisions of a case, the first one first. */
export const listAppealRows = (db: Queryable, againstCaseId: string): Promise<AppealRow[]> =>
  appeals(db).where('against_case_id', '=', againstCaseId).orderBy('lodged_at').orderBy('case_id').execute();

/** Those of which the effect is not over. */
export const listRunning = (db: Queryable, againstCaseId: string): Promise<AppealRow[]> =>
  appeals(db)
    .where('against_case_id', '=', againstCaseId)
    .where('ended_on', 'is', null)
    .orderBy('lodged_at')
    .orderBy('case_id')
    .execute();

export type AppealEnding = Partial<Pick<AppealRow, 'ended_on' | 'outcome' | 'ruling' | 'replaced_by'>>;

export const updateAppealRow = async (tx: Queryable, caseId: string, ending: AppealEnding): Promise<void> => {
  await tables(tx).updateTable('appeal').set(ending).where('case_id', '=', caseId).execute();
};
