import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { watchObligations } from './clock/watch-obligations.ts';
import { judgeOccurrence } from './desk/judge-occurrence.ts';
import { getOccurrence, listObligations, listOccurrences } from './desk/read-obligations.ts';
import { addEvidence, removeEvidence } from './portal/evidence-files.ts';
import { getMyOccurrence, listMyObligations } from './portal/my-obligations.ts';
import { submitEvidence } from './portal/submit-evidence.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** Opens what has come and tells what is late; answers how much was done. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchObligations(actingAs(surroundings, job('terms')));
};

/** What holders of rights have to show time and again, for them and for the office. */
export const obligationsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listOccurrences,
    getOccurrence,
    listObligations,
    judgeOccurrence,
    listMyObligations,
    getMyOccurrence,
    addEvidence,
    removeEvidence,
    submitEvidence,
    watch,
  });
