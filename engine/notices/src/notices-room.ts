import { actingAs, job, requireMachine, room, type UseCaseOn } from '@irisflow/access';
import { listOfOfficeCase } from './desk/read-notices.ts';
import { sayFate } from './desk/say-fate.ts';
import { listMine, noteRead } from './portal/my-notices.ts';
import type { Surroundings } from './surroundings.ts';
import { watchNotices } from './watch-notices.ts';

/** The platform's own round, at once. */
const watch: UseCaseOn<Surroundings, Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchNotices(actingAs(surroundings, job('terms')));
};

/** Letters whose arrival starts a clock: for the office, its post room, and for whom they are. */
export const noticesRoom = (surroundings: Surroundings) =>
  room(surroundings, { listOfOfficeCase, sayFate, listMine, noteRead, watch });
