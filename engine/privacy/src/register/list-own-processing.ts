import { requireStaff } from '@irisflow/access';
import type { UseCase } from '../surroundings.ts';
import type { OwnProcessing } from '../views/own-processing.ts';
import { activities } from './activities.ts';

/** What every office does with personal data beside its procedures. */
export const listOwnProcessing: UseCase<Record<string, never>, OwnProcessing[]> = async (_, actor) => {
  requireStaff(actor, ['administrator']);
  return Object.entries(activities).map(([key, activity]) => ({ key, ...activity }));
};
