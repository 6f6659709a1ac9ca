import { ConnectionError, ProblemError } from '@irisflow/client';
import type { DeskKey } from './desk-texts.ts';

export interface ProblemTexts {
  readonly title: DeskKey;
  readonly text?: DeskKey;
}

const byCode: Readonly<Record<string, ProblemTexts>> = {
  TASK_TAKEN: { title: 'conflict.taken', text: 'conflict.taken.text' },
  TASK_NOT_MINE: { title: 'conflict.notMine', text: 'conflict.notMine.text' },
  TASK_ENDED: { title: 'conflict.ended', text: 'conflict.ended.text' },
  FOUR_EYES: { title: 'bar.fourEyes', text: 'bar.fourEyes.text' },
  FORM_INVALID: { title: 'failure.answers' },
  ENGINE_UNAVAILABLE: { title: 'failure.engine', text: 'failure.engine.text' },
  ENGINE_REFUSED: { title: 'failure.refused', text: 'failure.refused.text' },
};

const byStatus: Readonly<Record<number, ProblemTexts>> = {
  401: { title: 'failure.signedOut', text: 'failure.signedOut.text' },
  403: { title: 'failure.forbidden', text: 'failure.forbidden.text' },
  404: { title: 'failure.notFound', text: 'failure.notFound.text' },
};

const UNKNOWN: ProblemTexts = { title: 'failure.title', text: 'failure.text' };

/** What a refusal means for the person in front of the screen. */
export const problemTexts = (error: unknown): ProblemTexts => {
  if (error instanceof ConnectionError) return { title: 'failure.connection', text: 'failure.connection.text' };
  if (!(error instanceof ProblemError)) return UNKNOWN;
  return byCode[error.problem.code] ?? byStatus[error.problem.status] ?? UNKNOWN;
};

/** The platform's code for a refusal; undefined for anything else that went wrong. */
export const problemCode = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.code : undefined;

export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 401;
