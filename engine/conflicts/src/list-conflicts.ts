import { requireClerk } from '@irisflow/access';
import { countStanding, listStanding } from './storage/conflicts.ts';
import type { UseCase } from './surroundings.ts';
import { viewConflicts } from './view-conflict.ts';
import type { Conflicts } from './views/conflict.ts';

const mostShown = 500;

/** The conflicts of interest that stand: of who reads, and for supervisors those of their office. */
export const listConflicts: UseCase<Record<string, never>, Conflicts> = async ({ database }, actor) => {
  const clerk = requireClerk(actor);
  const { administration } = clerk;
  const rows = await listStanding(database, { administration, limit: mostShown });
  return { items: await viewConflicts(database, clerk, rows), total: await countStanding(database, administration) };
};
