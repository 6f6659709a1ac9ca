import type { Queryable } from '@irisflow/database';
import { findAdministration, namesOf } from '@irisflow/access';
import { type CaseRow, type DocumentRow, listCaseDocuments } from '@irisflow/casework';
import { inEveryLocale, instantOf, instantOrNull, type LocalizedText } from '@irisflow/foundation';
import { listOpinions, type OpinionRow } from '../storage/opinions.ts';
import type { OpinionDocument, OpinionState, OpinionView, SharedOpinion } from '../views/opinion.ts';

/** Documents of a case by their ids. */
export const documentsOf = (documents: readonly DocumentRow[], ids: readonly string[]): OpinionDocument[] =>
  documents.filter(({ id }) => ids.includes(id)).map(({ id, name, size }) => ({ id, name, size }));

type Closing = Pick<CaseRow, 'closed_at'>;

/** A closed case asks nobody any more; the clock says so of the row when its last day is over. */
const stateOf = ({ state }: OpinionRow, { closed_at: closedAt }: Closing): OpinionState =>
  state === 'asked' && closedAt !== null ? 'withdrawn' : state;

interface Told {
  readonly documents: readonly DocumentRow[];
  readonly row: Closing;
}

/** What of an opinion everybody reads who reads it at all. */
export const viewAnswer = (row: OpinionRow, { documents, row: file }: Told) => ({
  id: row.id,
  label: row.label,
  askedAt: instantOf(row.asked_at),
  dueOn: row.due_on,
  state: stateOf(row, file),
  tacit: row.tacit,
  outcome: row.outcome,
  conditions: row.conditions,
  motivation: row.motivation,
  answerDocuments: documentsOf(documents, row.answer_documents),
  endedAt: instantOrNull(row.ended_at),
});

export const viewQuestion = (row: OpinionRow, documents: readonly DocumentRow[]) => ({
  of: row.asked_name,
  question: row.question,
  documents: documentsOf(documents, row.documents),
  isPublic: row.is_public,
  reason: row.reason,
});

/** Names of administrations by key. */
export const officesOf = async (db: Queryable, keys: readonly string[]): Promise<(key: string) => LocalizedText> => {
  const names = new Map<string, LocalizedText>();
  for (const key of new Set(keys)) {
    const found = await findAdministration(db, key);
    if (found !== null) names.set(key, found.name);
  }
  return (key) => names.get(key) ?? inEveryLocale(() => key);
};

const peopleOf = (rows: readonly OpinionRow[]): string[] =>
  rows.flatMap(({ asked_by: askedBy, ended_by: endedBy }) => [askedBy, endedBy]).filter((id) => id !== null);

/** The opinions of a case as its office sees them. */
export const viewOpinions = async (db: Queryable, file: Pick<CaseRow, 'id' | 'closed_at'>): Promise<OpinionView[]> => {
  const rows = await listOpinions(db, file.id);
  if (rows.length === 0) return [];
  const documents = await listCaseDocuments(db, file.id);
  const names = await namesOf(db, peopleOf(rows));
  const office = await officesOf(
    db,
    rows.map((row) => row.asked_administration),
  );
  return rows.map((row) => ({
    ...viewAnswer(row, { documents, row: file }),
    ...viewQuestion(row, documents),
    key: row.key,
    administration: office(row.asked_administration),
    isOtherAdministration: row.asked_administration !== row.administration,
    askedBy: row.asked_by === null ? null : (names.get(row.asked_by) ?? null),
    answeredBy: row.state === 'given' && row.ended_by !== null ? (names.get(row.ended_by) ?? null) : null,
  }));
};

/** What the applicant may read of the opinions of their case. */
export const viewShared = async (db: Queryable, file: Pick<CaseRow, 'id' | 'closed_at'>): Promise<SharedOpinion[]> => {
  const rows = (await listOpinions(db, file.id)).filter((row) => row.is_public);
  if (rows.length === 0) return [];
  const documents = (await listCaseDocuments(db, file.id)).filter((document) => document.visible_to_applicant);
  const office = await officesOf(
    db,
    rows.map((row) => row.asked_administration),
  );
  return rows.map((row) => ({
    ...viewAnswer(row, { documents, row: file }),
    administration: office(row.asked_administration),
  }));
};
