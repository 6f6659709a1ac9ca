import type { Problems } from '@irisflow/frame';
import type { PortalKey } from './portal-texts.ts';

/** What the portal says of a page that the platform refused. */
export const portalProblems: Problems<PortalKey> = {
  TOO_MANY_OPEN: { title: 'failure.tooMany', text: 'failure.tooMany.text' },
  MANDATE_OVER: { title: 'acting.over', text: 'acting.over.text' },
  OUT_OF_MANDATE: { title: 'failure.outOfMandate', text: 'failure.outOfMandate.text' },
  WRONG_AUDIENCE: { title: 'failure.wrongAudience', text: 'failure.wrongAudience.text' },
  PROCEDURE_RETIRED: { title: 'failure.procedureEnded', text: 'failure.procedureEnded.text' },
  DRAFT_TOO_LATE: { title: 'failure.tooLate', text: 'failure.tooLate.text' },
  401: { title: 'failure.signedOut' },
  403: { title: 'failure.forbidden' },
  429: { title: 'failure.title', text: 'failure.tooOften' },
};
