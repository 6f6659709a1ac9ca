import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { listRightQuestions } from './desk/list-questions.ts';
import { listRightSources } from './desk/list-sources.ts';
import { steerRightSource } from './desk/steer-source.ts';
import { followRights } from './follow/follow-rights.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** Tells cases what changed of the rights that they asked for; answers how many were told. */
const follow: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return followRights(actingAs(surroundings, job('rightSources')));
};

/** Rights that administrations ask of each other: which there are, who asked, and what is told of changes. */
export const rightSourcesRoom = (surroundings: Surroundings) =>
  room(surroundings, { listRightSources, steerRightSource, listRightQuestions, follow });
