import { type Queryable, sql } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** A question as the log of whoever asked has it. */
export interface Asked {
  readonly id: string;
  readonly administration: string;
  readonly authorizationId: string | null;
  readonly caseId: string | null;
  readonly sourceKey: string;
  readonly subjectIndex: string | null;
  readonly source: LocalizedText;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
  readonly reason: LocalizedText | null;
  /** Nothing is known yet of what the source said. */
  readonly isOpen: boolean;
}

export const findAsked = async (db: Queryable, id: string): Promise<Asked | undefined> => {
  const row = await tables(db).selectFrom('consultation').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    administration: row.administration,
    authorizationId: row.authorization_id,
    caseId: row.case_id,
    sourceKey: row.source_key,
    subjectIndex: row.subject_index,
    source: row.source as LocalizedText,
    purpose: row.purpose as LocalizedText,
    legalBasis: row.legal_basis as LocalizedText,
    reason: row.reason as LocalizedText | null,
    isOpen: row.outcome === 'asked',
  };
};

/** The fields that a question may be answered with; null where its authorization was revoked meanwhile, and nothing may be told. */
export const permittedFields = async (db: Queryable, { authorizationId }: Asked): Promise<readonly string[] | null> => {
  const row = await tables(db)
    .selectFrom('source_authorization')
    .select('fields')
    .where('id', '=', authorizationId ?? '')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.fields ?? null;
};

/** Whose number was asked about; a number that was canceled is nobody's. */
export const listPartiesOf = (db: Queryable, subjectIndex: string) =>
  tables(db)
    .selectFrom('party_identifier')
    .select(['party_id', 'state'])
    .where('number_index', '=', subjectIndex)
    .execute();

export interface AskedRight {
  id: string;
  case_id: string;
  procedure_key: string;
  procedure_version: number;
  kind: string;
  number: string;
  state: string;
  effect: string;
  data: Record<string, unknown>;
  valid_from: string;
  valid_to: string | null;
}

interface Held {
  readonly procedureKey: string;
  readonly kind: string;
  readonly parties: readonly string[];
}

const heldRights = (db: Queryable, { procedureKey, kind, parties }: Held) =>
  tables(db)
    .selectFrom('granted_right as r')
    .where('r.person_id', 'in', [...parties])
    .where('r.procedure_key', '=', procedureKey)
    .where('r.kind', '=', kind);

/** The rights of a kind that somebody holds, as each is on a day as it is known now; those that had not begun are left out. */
export const listAskedRights = (db: Queryable, held: Held, day: string): Promise<AskedRight[]> =>
  heldRights(db, held)
    .innerJoinLateral(
      (one) =>
        one
          .selectFrom('right_version as v')
          .select(['v.state', 'v.effect', 'v.data'])
          .select([
            sql<string>`v.valid_from::text`.as('valid_from'),
            sql<string | null>`v.valid_to::text`.as('valid_to'),
          ])
          .whereRef('v.right_id', '=', 'r.id')
          .where(sql<boolean>`v.effective_on <= ${day}::date`)
          .orderBy('v.effective_on', 'desc')
          .orderBy('v.sequence', 'desc')
          .limit(1)
          .as('n'),
      (join) => join.onTrue(),
    )
    .select(['r.id', 'r.case_id', 'r.procedure_key', 'r.procedure_version', 'r.kind', 'r.number'])
    .select(['n.state', 'n.effect', 'n.data', 'n.valid_from', 'n.valid_to'])
    .orderBy('r.number')
    .$castTo<AskedRight>()
    .execute();

/** The next day after one on which something of these rights begins or is over; null where none is known. */
export const nextDayOf = async (db: Queryable, held: Held, day: string): Promise<string | null> => {
  const row = await heldRights(db, held)
    .innerJoin('right_version as v', 'v.right_id', 'r.id')
    .select(
      sql<string | null>`least(
        min(v.effective_on) filter (where v.effective_on > ${day}::date),
        min(v.valid_to) filter (where v.valid_to >= ${day}::date) + 1)::text`.as('next'),
    )
    .executeTakeFirst();
  return row?.next ?? null;
};
