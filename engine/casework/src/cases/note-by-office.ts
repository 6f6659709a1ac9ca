import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { CaseRow } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';
import { administrationName } from './actor-names.ts';

export interface OfficeNote {
  readonly row: Pick<CaseRow, 'id' | 'administration'>;
  readonly kind: string;
  readonly text: LocalizedText;
  /** Whether the applicant reads it too. */
  readonly isPublic: boolean;
}

/** What the office did stands in the timeline of the case now; who of the office did it is for the audit to say. */
export const noteByOffice = (
  { clock }: Pick<Surroundings, 'clock'>,
  tx: Queryable,
  { row, kind, text, isPublic }: OfficeNote,
): Promise<unknown> =>
  insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at: clock.now(),
    kind,
    text,
    actor: administrationName,
    visibleToApplicant: isPublic,
  });
