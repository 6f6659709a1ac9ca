import type { Queryable, Row } from '@irisflow/database';
import { type LocalizedText, jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface ConsultationRow extends Row {
  id: string;
  at: Date | string;
  source: LocalizedText;
  purpose: LocalizedText;
  legal_basis: LocalizedText;
  reason: LocalizedText | null;
  consulted_by: string;
  outcome: string;
  case_id: string | null;
  reference: string | null;
  /** Whose case it was asked for. */
  person_id: string | null;
  administration_name: LocalizedText;
}

export interface NewConsultation {
  readonly administration: string;
  /** Blind index of the number asked about. */
  readonly subjectIndex: string;
  readonly caseId: string | null;
  readonly authorizationId: string;
  readonly at: string;
  readonly sourceKey: string;
  readonly source: LocalizedText;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
  readonly reason: LocalizedText | null;
  readonly consultedBy: string;
  readonly questionKey: string | null;
  readonly processId: string | null;
  readonly processInstanceKey: string | null;
  readonly elementId: string | null;
}

/** What stands in the log until the source's answer is known. */
const askedOutcome = 'asked';

/** Logs that a source is about to be asked; answers the id under which its outcome is added. */
export const insertConsultation = async (db: Queryable, consultation: NewConsultation): Promise<string> => {
  const rows = await db.query<{ id: string }>(
    `insert into casework.consultation (administration, subject_index, case_id, authorization_id, at, source_key, source,
       purpose, legal_basis, reason, consulted_by, outcome, question_key, process_id, process_instance_key, element_id)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12, $13, $14, $15, $16)
     returning id::text as id`,
    [
      consultation.administration,
      consultation.subjectIndex,
      consultation.caseId,
      consultation.authorizationId,
      consultation.at,
      consultation.sourceKey,
      jsonOf(consultation.source),
      jsonOf(consultation.purpose),
      jsonOf(consultation.legalBasis),
      consultation.reason === null ? null : jsonOf(consultation.reason),
      consultation.consultedBy,
      askedOutcome,
      consultation.questionKey,
      consultation.processId,
      consultation.processInstanceKey,
      consultation.elementId,
    ],
  );
  return rows[0]?.id ?? '';
};

export interface AnsweredConsultation {
  readonly source_key: string;
  readonly subject_index: string | null;
  readonly administration: string;
  /** Whether its outcome was still open. */
  readonly wasOpen: boolean;
}

/** Adds the outcome to an open entry and answers what was asked; undefined when the case (or, without one, the log) has no such entry. */
export const answerConsultation = async (
  db: Queryable,
  { id, caseId, outcome, at }: { id: string; caseId: string | null; outcome: string; at: string },
): Promise<AnsweredConsultation | undefined> => {
  const found = await tables(db)
    .selectFrom('consultation')
    .select(['id', 'outcome', 'source_key', 'subject_index', 'administration'])
    .where('id', '=', id)
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const wasOpen = found.outcome === askedOutcome;
  if (wasOpen)
    await tables(db).updateTable('consultation').set({ outcome, answered_at: at }).where('id', '=', id).execute();
  return { ...found, wasOpen };
};

/** Consultations for a form become those of its draft. */
export const attachConsultationsToDraft = async (
  db: Queryable,
  { ids, draftId }: { ids: readonly string[]; draftId: string },
): Promise<void> => {
  if (ids.length === 0) return;
  await tables(db)
    .updateTable('consultation')
    .set({ draft_id: draftId })
    .where('id', 'in', [...ids])
    .execute();
};

export const attachConsultations = (db: Queryable, { draftId, caseId }: { draftId: string; caseId: string }) =>
  db.query('update casework.consultation set case_id = $2 where draft_id = $1', [draftId, caseId]);

const select = `select c.id, c.at, c.source, c.purpose, c.legal_basis, c.reason, c.consulted_by, c.outcome, c.case_id,
       f.reference, f.person_id, a.name as administration_name
  from casework.consultation c
  join casework.administration a on a.key = c.administration
  left join casework.case_file f on f.id = c.case_id`;

/** Everything asked about numbers, in whichever case; what was logged before numbers were kept goes by the person. */
export const listConsultationsOfSubject = (
  db: Queryable,
  { numberIndexes, personId }: { numberIndexes: readonly string[]; personId: string },
): Promise<ConsultationRow[]> =>
  db.query<ConsultationRow>(
    `${select}
      where c.subject_index = any($1::text[]) or (c.subject_index is null and c.person_id = $2) order by c.id desc limit 500`,
    [numberIndexes, personId],
  );

export const listConsultationsOfCase = (db: Queryable, caseId: string): Promise<ConsultationRow[]> =>
  db.query<ConsultationRow>(`${select} where c.case_id = $1 order by c.id desc`, [caseId]);
