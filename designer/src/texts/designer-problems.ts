import { staffProblems, type Problems } from '@irisflow/frame';
import type { TextKey } from './use-texts.ts';

/** What the designer says of the refusals that it knows. */
export const designerProblems: Problems<TextKey> = {
  ...staffProblems,
  STALE_REVISION: { title: 'problem.stale', text: 'problem.stale.text' },
  PROCEDURE_EXISTS: { title: 'problem.exists', text: 'problem.exists.text' },
  PROCEDURE_BUSY: { title: 'problem.busy', text: 'problem.busy.text' },
  PROCEDURE_INVALID: { title: 'problem.invalid', text: 'problem.invalid.text' },
  ARCHIVE_INVALID: { title: 'problem.archive', text: 'problem.archive.text' },
  LETTER_INVALID: { title: 'problem.letter', text: 'problem.letter.text' },
  LETTER_INCOMPLETE: { title: 'problem.letterIncomplete', text: 'problem.letterIncomplete.text' },
  FOUR_EYES: { title: 'problem.fourEyes', text: 'problem.fourEyes.text' },
  SCHEDULE_HOUR_INVALID: { title: 'problem.scheduleHour', text: 'problem.scheduleHour.text' },
  PUBLICATION_SCHEDULED: { title: 'problem.scheduled', text: 'problem.scheduled.text' },
  PUBLICATION_UNCHANGED: { title: 'problem.unchanged', text: 'problem.unchanged.text' },
  PROCEDURE_ENDS: { title: 'problem.ends', text: 'problem.ends.text' },
  RETIREMENT_STANDS: { title: 'problem.endStands', text: 'problem.endStands.text' },
  RETIREMENT_WAITS: { title: 'problem.endWaits', text: 'problem.endWaits.text' },
  INSTANCE_ENDED: { title: 'problem.instanceEnded', text: 'problem.conflict.text' },
  INSTANCE_SUSPENDED: { title: 'problem.suspended', text: 'problem.conflict.text' },
  INSTANCE_NOT_SUSPENDED: { title: 'problem.notSuspended', text: 'problem.conflict.text' },
  ENGINE_CONFLICT: { title: 'problem.conflict', text: 'problem.conflict.text' },
  413: { title: 'problem.large' },
};
