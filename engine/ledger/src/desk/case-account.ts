import { requireStaff } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { seesCase } from '../storage/seen-cases.ts';
import { listOfCase } from '../storage/receivables.ts';
import type { UseCase } from '../surroundings.ts';
import { summarizeAll } from '../view-receivable.ts';
import type { ReceivableSummary } from '../views/money.ts';

/** What the applicant of a case owes for it, as its office sees it; a case that is not theirs is not there. */
export const listOfOfficeCase: UseCase<{ readonly caseId: string }, ReceivableSummary[]> = async (
  { database, clock },
  actor,
  { caseId },
) => {
  const { administration } = requireStaff(actor, ['agent', 'supervisor', 'accountant']);
  if (!(await seesCase(database, { caseId, administration })))
    throw new CaseworkError('NOT_FOUND', `Expected a case ${caseId.slice(0, 40)}, but there is none`);
  const all = (await listOfCase(database, caseId)).filter((one) => one.administration === administration);
  return summarizeAll(database, all, dayOf(clock.now()));
};
