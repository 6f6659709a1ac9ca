import type { Queryable } from '@irisflow/database';
import { closeOpenRequests, type EndedRequest } from '../storage/case-parts.ts';
import { changeCaseTerm, lockTerm, resumeOfficeTerms } from '@irisflow/terms';

interface Ended {
  readonly caseId: string;
  readonly requests: readonly EndedRequest[];
  readonly day: string;
}

/** Nobody waits for these requests any more: their own terms are met, and the office's clock no longer stands still for them. */
export const settleRequests = async (tx: Queryable, { caseId, requests, day }: Ended): Promise<void> => {
  for (const { id: requestId, term_id: termId } of requests) {
    const term = termId === null ? undefined : await lockTerm(tx, termId);
    if (term !== undefined) await changeCaseTerm(tx, term, { action: 'meet', day });
    await resumeOfficeTerms(tx, caseId, { requestId, day });
  }
};

/** Asks nothing more of the applicant. */
export const cancelRequests = async (tx: Queryable, caseId: string, day: string): Promise<void> =>
  settleRequests(tx, { caseId, requests: await closeOpenRequests(tx, caseId, 'canceled'), day });

/** Closes an open request whose time is over in the words of its process; answers whether there was one. */
export const expireRequests = async (tx: Queryable, caseId: string, day: string): Promise<boolean> => {
  const requests = await closeOpenRequests(tx, caseId, 'expired');
  await settleRequests(tx, { caseId, requests, day });
  return requests.length > 0;
};
