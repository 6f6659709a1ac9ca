import { timelineText, type TimelineKind, insertTimelineEntry } from '@irisflow/casework';
import type { Surroundings } from './surroundings.ts';
import type { LocalizedText } from '@irisflow/foundation';
import type { CaseWork } from './once.ts';

interface Entry {
  readonly kind: string;
  readonly text: LocalizedText;
  readonly visibleToApplicant: boolean;
  readonly documentId?: string;
}

/** Writes an entry in the name of the automated step that does the work. */
export const noteInTimeline = async (
  { clock }: Surroundings,
  { tx, row, step }: CaseWork,
  entry: Entry,
): Promise<void> => {
  await insertTimelineEntry(tx, {
    ...entry,
    caseId: row.id,
    administration: row.administration,
    at: clock.now(),
    actor: step.actor,
    origin: step.origin,
  });
};

/** An entry with the platform's own words, which applicants see. */
export const entryOf = (kind: TimelineKind, more?: LocalizedText): Entry => ({
  kind,
  text: timelineText(kind, more),
  visibleToApplicant: true,
});
