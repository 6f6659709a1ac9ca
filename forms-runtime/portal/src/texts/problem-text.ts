import { ConnectionError, ProblemError } from '@irisflow/client';
import type { PortalKey } from './portal-texts.ts';

const byCode: Readonly<Record<string, PortalKey>> = {
  MANDATE_OVER: 'acting.over',
  OUT_OF_MANDATE: 'failure.outOfMandate',
  WRONG_AUDIENCE: 'failure.wrongAudience',
  PROCEDURE_RETIRED: 'failure.procedureEnded',
  DRAFT_TOO_LATE: 'failure.tooLate',
  ROLE_NEEDED: 'failure.forbidden',
  CASE_ENDED: 'failure.ended',
  REQUEST_ENDED: 'answer.ended',
  TOO_MANY_REQUESTS: 'failure.tooOften',
  FORM_INVALID: 'failure.answers',
  LINK_OVER: 'link.over',
  CODE_WRONG: 'reach.code.isWrong',
  CODE_OVER: 'reach.code.over',
  TOO_MANY_CODES: 'reach.code.tooMany',
  MAIL_UNAVAILABLE: 'reach.code.unsent',
};

/** What a refusal means for the person in front of the screen. */
export const problemText = (error: unknown): PortalKey => {
  if (error instanceof ConnectionError) return 'failure.connection.text';
  return (error instanceof ProblemError ? byCode[error.problem.code] : undefined) ?? 'failure.text';
};
