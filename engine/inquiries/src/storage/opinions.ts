import { sql, type Queryable, type Row } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { OpinionOutcome, OpinionState, TacitOpinion } from '../views/opinion.ts';
import { tables } from './tables.ts';

export interface OpinionRow extends Row {
  id: string;
  case_id: string;
  administration: string;
  key: string | null;
  label: LocalizedText | null;
  asked_administration: string;
  asked_group: string | null;
  asked_person: string | null;
  asked_name: LocalizedText;
  question: string;
  documents: string[];
  is_public: boolean;
  asked_at: Date | string;
  asked_by: string | null;
  due_on: string;
  tacit: TacitOpinion;
  state: OpinionState;
  outcome: OpinionOutcome | null;
  conditions: string | null;
  motivation: string | null;
  answer_documents: string[];
  ended_at: Date | string | null;
  ended_by: string | null;
  reason: string | null;
}

const columns = [
  'o.id',
  'o.case_id',
  'o.administration',
  'o.key',
  'o.label',
  'o.asked_administration',
  'o.asked_group',
  'o.asked_person',
  'o.asked_name',
  'o.question',
  'o.documents',
  'o.is_public',
  'o.asked_at',
  'o.asked_by',
  'o.tacit',
  'o.state',
  'o.outcome',
  'o.conditions',
  'o.motivation',
  'o.answer_documents',
  'o.ended_at',
  'o.ended_by',
  'o.reason',
] as const;

/** Days come as text: drivers would make instants of them. */
const opinions = (db: Queryable) =>
  tables(db)
    .selectFrom('opinion as o')
    .select(columns)
    .select(sql<string>`o.due_on::text`.as('due_on'));

export interface NewOpinion {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly key: string | null;
  readonly label: LocalizedText | null;
  readonly askedAdministration: string;
  readonly askedGroup: string | null;
  readonly askedPerson: string | null;
  readonly askedName: LocalizedText;
  readonly question: string;
  readonly documents: readonly string[];
  readonly isPublic: boolean;
  readonly at: number;
  readonly askedBy: string | null;
  readonly dueOn: string;
  readonly tacit: TacitOpinion;
}

export const insertOpinion = (db: Queryable, opinion: NewOpinion) =>
  tables(db)
    .insertInto('opinion')
    .values({
      id: opinion.id,
      case_id: opinion.caseId,
      administration: opinion.administration,
      key: opinion.key,
      label: opinion.label === null ? null : jsonOf(opinion.label),
      asked_administration: opinion.askedAdministration,
      asked_group: opinion.askedGroup,
      asked_person: opinion.askedPerson,
      asked_name: jsonOf(opinion.askedName),
      question: opinion.question,
      documents: [...opinion.documents],
      is_public: opinion.isPublic,
      asked_at: isoOf(opinion.at),
      asked_by: opinion.askedBy,
      due_on: opinion.dueOn,
      tacit: opinion.tacit,
      state: 'asked',
      answer_documents: [],
    })
    .execute();

/** The eldest first. */
export const listOpinions = (db: Queryable, caseId: string): Promise<OpinionRow[]> =>
  opinions(db).where('o.case_id', '=', caseId).orderBy('o.asked_at').orderBy('o.id').$castTo<OpinionRow>().execute();

export const findOpinion = (db: Queryable, id: string): Promise<OpinionRow | undefined> =>
  opinions(db).where('o.id', '=', id).$castTo<OpinionRow>().executeTakeFirst();

/** Whoever changes an opinion has its case locked before. */
export const lockOpinion = (db: Queryable, id: string): Promise<OpinionRow | undefined> =>
  opinions(db).where('o.id', '=', id).forUpdate().$castTo<OpinionRow>().executeTakeFirst();

export interface OpinionEnd {
  readonly id: string;
  readonly state: Exclude<OpinionState, 'asked'>;
  readonly at: number;
  readonly endedBy: string | null;
  readonly outcome?: OpinionOutcome | null;
  readonly conditions?: string | null;
  readonly motivation?: string | null;
  readonly answerDocuments?: readonly string[];
  readonly reason?: string | null;
}

/** Ends an opinion that is still asked. */
export const endOpinion = (db: Queryable, end: OpinionEnd) =>
  tables(db)
    .updateTable('opinion')
    .set({
      state: end.state,
      outcome: end.outcome ?? null,
      conditions: end.conditions ?? null,
      motivation: end.motivation ?? null,
      answer_documents: [...(end.answerDocuments ?? [])],
      ended_at: isoOf(end.at),
      ended_by: end.endedBy,
      reason: end.reason ?? null,
    })
    .where('id', '=', end.id)
    .where('state', '=', 'asked')
    .execute();

/** Those that are still asked although their last day is over. */
export const listOpinionsToEnd = (
  db: Queryable,
  { today, after, limit }: { readonly today: string; readonly after: string; readonly limit: number },
): Promise<{ id: string; case_id: string }[]> =>
  tables(db)
    .selectFrom('opinion as o')
    .select(['o.id', 'o.case_id'])
    .where('o.state', '=', 'asked')
    .where('o.due_on', '<', today)
    .where('o.id', '>', after)
    .orderBy('o.id')
    .limit(limit)
    .execute();

/** Whose opinions somebody reads: those of their groups and their own, or all of their administration. */
export interface WhoIsAsked {
  readonly administration: string;
  readonly personId: string;
  readonly groups: readonly string[];
  readonly seesAll: boolean;
}

export interface AskedRow extends OpinionRow {
  reference: string;
  procedure_key: string;
  procedure_version: number;
}

const ofAsked = (db: Queryable, { administration, personId, groups, seesAll }: WhoIsAsked) => {
  const all = opinions(db)
    .innerJoin('case_file as f', 'f.id', 'o.case_id')
    .where('o.asked_administration', '=', administration);
  if (seesAll) return all;
  return all.where((one) =>
    one.or([
      one('o.asked_person', '=', personId),
      ...(groups.length === 0 ? [] : [one('o.asked_group', 'in', [...groups])]),
    ]),
  );
};

/** What waits, the most urgent first; or what is over, the newest first. */
export const listAsked = (
  db: Queryable,
  who: WhoIsAsked,
  { isOpen, limit }: { readonly isOpen: boolean; readonly limit: number },
): Promise<AskedRow[]> => {
  const all = ofAsked(db, who).select(['f.reference', 'f.procedure_key', 'f.procedure_version']).limit(limit);
  const chosen = isOpen
    ? all.where('o.state', '=', 'asked').where('f.closed_at', 'is', null).orderBy('o.due_on').orderBy('o.id')
    : all.where('o.state', '!=', 'asked').orderBy('o.ended_at', 'desc').orderBy('o.id');
  return chosen.$castTo<AskedRow>().execute();
};

export const countAsked = async (db: Queryable, who: WhoIsAsked): Promise<number> => {
  const row = await ofAsked(db, who)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('o.state', '=', 'asked')
    .where('f.closed_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};
