import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { assessTasks } from './assess-tasks.ts';
import { startBulk } from './start-bulk.ts';
import { cancelBulk, resumeBulk } from './stop-bulk.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { getBulk, listBulk } from './view-bulk.ts';
import { workOffBulk } from './work-off.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const workOff: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return workOffBulk(actingAs(surroundings, job('bulk')));
};

export const bulkRoom = (surroundings: Surroundings) =>
  room(surroundings, { assessTasks, startBulk, getBulk, listBulk, cancelBulk, resumeBulk, workOff });
