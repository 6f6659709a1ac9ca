import type { Queryable } from '@irisflow/database';
import { closeOpenRequests } from '../storage/case-parts.ts';
import { lockTerm } from '../storage/terms.ts';
import { changeCaseTerm } from './case-terms.ts';

/** The terms of requests that nobody waits for any more are met. */
export const meetRequestTerms = async (
  tx: Queryable,
  requests: readonly { readonly term_id: string | null }[],
  day: string,
): Promise<void> => {
  for (const { term_id: id } of requests) {
    const term = id === null ? undefined : await lockTerm(tx, id);
    if (term !== undefined) await changeCaseTerm(tx, term, { action: 'meet', day });
  }
};

/** Asks nothing more of the applicant. */
export const cancelRequests = async (tx: Queryable, caseId: string, day: string): Promise<void> =>
  meetRequestTerms(tx, await closeOpenRequests(tx, caseId, 'canceled'), day);

/** Closes an open request whose time is over in the words of its process; answers whether there was one. */
export const expireRequests = async (tx: Queryable, caseId: string, day: string): Promise<boolean> => {
  const closed = await closeOpenRequests(tx, caseId, 'expired');
  await meetRequestTerms(tx, closed, day);
  return closed.length > 0;
};
