import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { exportRehearsal } from './reading/export-rehearsal.ts';
import { getRehearsal } from './reading/view-rehearsal.ts';
import { startRehearsal, stopRehearsal } from './running/start-rehearsal.ts';
import { workOffRehearsals } from './running/work-off.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. Answers whether there was something to do. */
const workOff: UseCase<Record<string, never>, boolean> = async (surroundings, actor) => {
  requireMachine(actor);
  return workOffRehearsals(actingAs(surroundings, job('rehearsals')));
};

export const rehearsalsRoom = (surroundings: Surroundings) =>
  room(surroundings, { startRehearsal, stopRehearsal, getRehearsal, exportRehearsal, workOff });
