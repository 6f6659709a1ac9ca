import { requireStaff } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { seesCase } from '@irisflow/ledger';
import { listOfCase } from '../storage/payables.ts';
import type { UseCase } from '../surroundings.ts';
import { viewPayable } from '../view-payable.ts';
import type { PayableView } from '../views/payables.ts';

/** What goes out for a case, as its office sees it; a case that is not theirs is not there. */
export const listOfOfficeCase: UseCase<{ readonly caseId: string }, PayableView[]> = async (
  { database },
  actor,
  { caseId },
) => {
  const { administration } = requireStaff(actor, ['agent', 'supervisor', 'accountant']);
  if (!(await seesCase(database, { caseId, administration })))
    throw new CaseworkError('NOT_FOUND', `Expected a case ${caseId.slice(0, 40)}, but there is none`);
  return (await listOfCase(database, caseId)).filter((one) => one.administration === administration).map(viewPayable);
};
