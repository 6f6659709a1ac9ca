import type { Queryable, Row } from '@irisflow/database';
import type { StepOrigin, TimelineEntry } from '../views/case.ts';
import { type LocalizedText, instantOf, isoOf, jsonOf } from '@irisflow/foundation';

interface TimelineRow extends Row {
  id: string;
  at: Date | string;
  kind: string;
  text: LocalizedText;
  actor: LocalizedText;
  visible_to_applicant: boolean;
  document_id: string | null;
  origin: StepOrigin | null;
}

export interface NewTimelineEntry {
  readonly caseId: string;
  readonly administration: string;
  readonly at: number;
  readonly kind: string;
  readonly text: LocalizedText;
  readonly actor: LocalizedText;
  readonly visibleToApplicant: boolean;
  readonly documentId?: string;
  /** Where an automated step comes from. */
  readonly origin?: StepOrigin;
}

export const insertTimelineEntry = (db: Queryable, entry: NewTimelineEntry) =>
  db.query(
    `insert into casework.timeline_entry (case_id, administration, at, kind, text, actor, visible_to_applicant, document_id, origin)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9::jsonb)`,
    [
      entry.caseId,
      entry.administration,
      isoOf(entry.at),
      entry.kind,
      jsonOf(entry.text),
      jsonOf(entry.actor),
      entry.visibleToApplicant,
      entry.documentId ?? null,
      entry.origin === undefined ? null : jsonOf(entry.origin),
    ],
  );

interface NewsRow extends Row {
  case_id: string;
  at: Date | string;
  text: LocalizedText;
}

/** The newest entry that applicants see, by case. */
export const listNews = async (
  db: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, { at: string; text: LocalizedText }>> => {
  const rows = await db.query<NewsRow>(
    `select distinct on (case_id) case_id, at, text from casework.timeline_entry
      where case_id = any($1) and visible_to_applicant order by case_id, id desc`,
    [[...caseIds]],
  );
  return new Map(rows.map(({ case_id: id, at, text }) => [id, { at: instantOf(at), text }]));
};

/** The newest first. */
export const listTimeline = async (db: Queryable, caseId: string): Promise<TimelineEntry[]> => {
  const rows = await db.query<TimelineRow>(
    `select id, at, kind, text, actor, visible_to_applicant, document_id, origin from casework.timeline_entry
      where case_id = $1 order by id desc`,
    [caseId],
  );
  return rows.map((row) => ({
    id: row.id,
    at: instantOf(row.at),
    kind: row.kind,
    text: row.text,
    actor: row.actor,
    visibleToApplicant: row.visible_to_applicant,
    documentId: row.document_id,
    ...(row.origin === null ? {} : { origin: row.origin }),
  }));
};
