import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { judgeCases } from './judging/judge-cases.ts';
import { startMove } from './moving/start-move.ts';
import { cancelMove, resumeMove } from './moving/steer-move.ts';
import { workOffMoves } from './moving/work-off.ts';
import { planMove } from './plan/view-plan.ts';
import { exportMove } from './report/export-move.ts';
import { getMove, listMoves } from './report/view-move.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const workOff: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return workOffMoves(actingAs(surroundings, job('versionMoves')));
};

export const versionMovesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    planMove,
    judgeCases,
    startMove,
    getMove,
    listMoves,
    exportMove,
    cancelMove,
    resumeMove,
    workOff,
  });
