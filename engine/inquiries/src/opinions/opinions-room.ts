import { actingAs, job, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { answerOpinion } from './answer-opinion.ts';
import { askByHand } from './ask-by-hand.ts';
import { getAskedOpinion, listAskedOpinions } from './asked-opinions.ts';
import { addOpinionDocument, downloadOpinionDocument } from './opinion-documents.ts';
import { listMyOpinions, listOpinionChoices, listOpinionsOfCase } from './read-opinions.ts';
import { watchOpinions } from './watch-opinions.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

/** Ends every opinion whose term is over now; answers how many. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchOpinions(actingAs(surroundings, job('terms')));
};

export const opinionsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listOpinionsOfCase,
    listOpinionChoices,
    askByHand,
    withdrawOpinion,
    listAskedOpinions,
    getAskedOpinion,
    answerOpinion,
    addOpinionDocument,
    downloadOpinionDocument,
    listMyOpinions,
    watch,
  });
