import type { Queryable, Row } from '@irisflow/database';
import type { LocalizedText } from '../views/text.ts';
import { jsonOf } from './columns.ts';

export interface ConsultationRow extends Row {
  id: string;
  at: Date | string;
  source: LocalizedText;
  purpose: LocalizedText;
  legal_basis: string;
  consulted_by: string;
  outcome: string;
  case_id: string | null;
  reference: string | null;
  administration_name: LocalizedText;
}

export interface NewConsultation {
  readonly administration: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly draftId: string | null;
  readonly at: string;
  readonly sourceKey: string;
  readonly source: LocalizedText;
  readonly purpose: LocalizedText;
  readonly legalBasis: string;
  readonly consultedBy: string;
  readonly outcome: string;
}

export const insertConsultation = (db: Queryable, consultation: NewConsultation) =>
  db.query(
    `insert into casework.consultation (administration, person_id, case_id, draft_id, at, source_key, source, purpose,
       legal_basis, consulted_by, outcome)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10, $11)`,
    [
      consultation.administration,
      consultation.personId,
      consultation.caseId,
      consultation.draftId,
      consultation.at,
      consultation.sourceKey,
      jsonOf(consultation.source),
      jsonOf(consultation.purpose),
      consultation.legalBasis,
      consultation.consultedBy,
      consultation.outcome,
    ],
  );

export const attachConsultations = (db: Queryable, { draftId, caseId }: { draftId: string; caseId: string }) =>
  db.query('update casework.consultation set case_id = $2 where draft_id = $1', [draftId, caseId]);

const select = `select c.id, c.at, c.source, c.purpose, c.legal_basis, c.consulted_by, c.outcome, c.case_id, f.reference,
       a.name as administration_name
  from casework.consultation c
  join casework.administration a on a.key = c.administration
  left join casework.case_file f on f.id = c.case_id`;

export const listConsultationsOfPerson = (db: Queryable, personId: string): Promise<ConsultationRow[]> =>
  db.query<ConsultationRow>(`${select} where c.person_id = $1 order by c.id desc limit 500`, [personId]);

export const listConsultationsOfCase = (db: Queryable, caseId: string): Promise<ConsultationRow[]> =>
  db.query<ConsultationRow>(`${select} where c.case_id = $1 order by c.id desc`, [caseId]);
