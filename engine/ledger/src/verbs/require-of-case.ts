import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findReceivable, type Receivable } from '../storage/receivables.ts';

/** A receivable of a case, as a verb of its process names it. */
export const requireOfCase = async (
  tx: Queryable,
  { caseId, receivableId }: { readonly caseId: string; readonly receivableId: string },
): Promise<Receivable> => {
  const found = await findReceivable(tx, receivableId);
  if (found?.caseId === caseId) return found;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a payment that this case asked for, but found ${receivableId.slice(0, 80)}`,
  );
};
