import { type Queryable, sql } from '@irisflow/database';
import { instantOf, isoOf, jsonOf } from '@irisflow/foundation';
import type { RightEffect } from '@irisflow/procedures';
import type { Version } from '../history/history.ts';
import type { RightAct } from '../views/right.ts';
import { tables } from './tables.ts';

export interface RightVersion extends Version {
  readonly effect: RightEffect;
  readonly validFrom: string;
  readonly carries: number | null;
  readonly act: RightAct;
  readonly causeCaseId: string | null;
  readonly decisionId: string | null;
  /** Id of a person; null where a process did it. */
  readonly author: string | null;
  readonly reason: string | null;
}

/** In the order in which they were recorded. */
export const listVersions = async (db: Queryable, rightId: string): Promise<RightVersion[]> => {
  const rows = await tables(db)
    .selectFrom('right_version as v')
    .select(['v.sequence', 'v.recorded_at', 'v.state', 'v.effect', 'v.data', 'v.said', 'v.carries', 'v.act'])
    .select(['v.cause_case_id', 'v.decision_id', 'v.author', 'v.reason'])
    .select([
      sql<string>`v.effective_on::text`.as('effective_on'),
      sql<string>`v.valid_from::text`.as('valid_from'),
      sql<string | null>`v.valid_to::text`.as('valid_to'),
    ])
    .where('v.right_id', '=', rightId)
    .orderBy('v.sequence')
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    effectiveOn: row.effective_on,
    recordedAt: Date.parse(instantOf(row.recorded_at)),
    state: row.state,
    effect: row.effect as RightEffect,
    data: row.data as Readonly<Record<string, unknown>>,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    said: row.said,
    carries: row.carries,
    act: row.act as RightAct,
    causeCaseId: row.cause_case_id,
    decisionId: row.decision_id,
    author: row.author,
    reason: row.reason,
  }));
};

/** Whose right it is, as its own row says. */
export interface OfRight {
  readonly rightId: string;
  readonly administration: string;
  readonly caseId: string;
  readonly personId: string;
}

/** Adds versions; nobody changes one. */
export const insertVersions = (db: Queryable, of: OfRight, versions: readonly RightVersion[]) =>
  tables(db)
    .insertInto('right_version')
    .values(
      versions.map((version) => ({
        right_id: of.rightId,
        sequence: version.sequence,
        administration: of.administration,
        case_id: of.caseId,
        person_id: of.personId,
        effective_on: version.effectiveOn,
        recorded_at: isoOf(version.recordedAt),
        state: version.state,
        effect: version.effect,
        data: jsonOf(version.data),
        valid_from: version.validFrom,
        valid_to: version.validTo,
        said: [...version.said],
        carries: version.carries,
        act: version.act,
        cause_case_id: version.causeCaseId,
        decision_id: version.decisionId,
        author: version.author,
        reason: version.reason,
      })),
    )
    .execute();
