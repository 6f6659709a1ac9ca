import { type Queryable, sql } from '@irisflow/database';
import { tables } from './tables.ts';

/** A right by its number, as it is known now for a day. */
export interface NumberedRight {
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly personId: string;
  readonly procedureKey: string;
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly beginsOn: string;
  readonly state: string;
  readonly effect: string;
  readonly validTo: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Rights of an administration that have one of these numbers, of whatever kind; one that begins later as it then will be. */
export const listRightsOfNumbers = (
  db: Queryable,
  { administration, numbers, day }: { administration: string; numbers: readonly string[]; day: string },
): Promise<NumberedRight[]> =>
  tables(db)
    .selectFrom('granted_right as r')
    .innerJoinLateral(
      (one) =>
        one
          .selectFrom('right_version as v')
          .select(['v.state', 'v.effect', 'v.data', sql<string | null>`v.valid_to::text`.as('valid_to')])
          .whereRef('v.right_id', '=', 'r.id')
          .where(sql<boolean>`v.effective_on <= greatest(${day}::date, r.begins_on)`)
          .orderBy('v.effective_on', 'desc')
          .orderBy('v.sequence', 'desc')
          .limit(1)
          .as('n'),
      (join) => join.onTrue(),
    )
    .select(['r.id', 'r.number', 'r.kind', 'r.case_id as caseId', 'r.person_id as personId'])
    .select(['r.procedure_key as procedureKey', sql<string>`r.begins_on::text`.as('beginsOn')])
    .select(['n.state', 'n.effect', 'n.valid_to as validTo', 'n.data'])
    .where('r.administration', '=', administration)
    .where('r.number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .$castTo<NumberedRight>()
    .execute();
