import type { Queryable } from '@irisflow/database';
import { timelineText, type TimelineKind } from '../cases/timeline-texts.ts';
import type { CaseRow } from '../storage/cases.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { Surroundings } from '../surroundings.ts';
import type { LocalizedText } from '../views/text.ts';

const administrationName: LocalizedText = { fr: 'L’administration', nl: 'De administratie', en: 'The administration' };

interface Entry {
  readonly kind: string;
  readonly text: LocalizedText;
  readonly visibleToApplicant: boolean;
  readonly documentId?: string;
}

/** Writes an entry in the name of the administration. */
export const noteInTimeline = async (
  { clock }: Surroundings,
  tx: Queryable,
  row: CaseRow,
  entry: Entry,
): Promise<void> => {
  await insertTimelineEntry(tx, {
    ...entry,
    caseId: row.id,
    administration: row.administration,
    at: clock.now(),
    actor: administrationName,
  });
};

/** An entry with the platform's own words, which applicants see. */
export const entryOf = (kind: TimelineKind, more?: LocalizedText): Entry => ({
  kind,
  text: timelineText(kind, more),
  visibleToApplicant: true,
});
