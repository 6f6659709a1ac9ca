import type { Problems } from '@irisflow/frame';
import type { DeskKey } from './desk-texts.ts';

/** What the desk says of the refusals that it knows. */
export const deskProblems: Problems<DeskKey> = {
  TASK_TAKEN: { title: 'conflict.taken', text: 'conflict.taken.text' },
  TASK_NOT_MINE: { title: 'conflict.notMine', text: 'conflict.notMine.text' },
  TASK_ENDED: { title: 'conflict.ended', text: 'conflict.ended.text' },
  CASE_SUSPENDED: { title: 'conflict.suspended', text: 'conflict.suspended.text' },
  FOUR_EYES: { title: 'bar.fourEyes', text: 'bar.fourEyes.text' },
  FORM_INVALID: { title: 'failure.answers' },
  ENGINE_UNAVAILABLE: { title: 'failure.engine', text: 'failure.engine.text' },
  ENGINE_REFUSED: { title: 'failure.refused', text: 'failure.refused.text' },
  401: { title: 'failure.signedOut', text: 'failure.signedOut.text' },
  403: { title: 'failure.forbidden', text: 'failure.forbidden.text' },
};
