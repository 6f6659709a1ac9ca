import { requireApplying } from '@irisflow/access';
import { listOfParty } from '../storage/payables.ts';
import type { UseCase } from '../surroundings.ts';
import { viewPayout } from '../view-payable.ts';
import type { PayoutView } from '../views/payables.ts';

/** What somebody gets, or whom they act for, the latest first. */
export const listMine: UseCase<Record<string, never>, PayoutView[]> = async ({ database }, actor) => {
  const { partyId } = requireApplying(actor);
  return (await listOfParty(database, partyId)).map(viewPayout);
};
