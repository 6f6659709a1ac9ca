import type { DecisionEvaluationKey, ProcessInstanceKey } from '@irisflow/protocol';
import {
  deleteDecisionHistory,
  deleteInstanceHistory,
  type Obstacle,
  obstacleText,
} from '../../../batch-operations/delete-history.ts';
import { decisionInstances } from '../../../storage/search/nouns/decision-instance.ts';
import { processInstances } from '../../../storage/search/nouns/process-instance.ts';
import { find, search } from '../../../storage/search/search.ts';
import { givesNothing } from '../answer.ts';
import { keyOf } from '../parts.ts';
import { notFound, RestProblem } from '../problem.ts';
import { noContent, type Reply, type RestContext, type Route, route } from '../route.ts';
import { Nothing } from '../schemas.ts';

const deletionTraits = (summary: string) => ({ summary, body: Nothing, answer: givesNothing });

const replyTo = (called: string, key: string, obstacle: Obstacle): Reply => {
  if (obstacle === 'none') return noContent;
  const sentence = obstacleText(called, key, obstacle);
  throw obstacle === 'absent' ? notFound(sentence) : new RestProblem(409, 'INVALID_STATE', sentence);
};

const deleteInstance = route(
  'POST /process-instances/:key/deletion',
  deletionTraits('Deletes what is kept of an ended process instance and of those that it called.'),
  async (call, { engine: { tenantIds }, database }) => {
    const key = keyOf<ProcessInstanceKey>(call);
    const isSeen = (await find(database, processInstances, { identity: key, tenantIds })) !== null;
    return replyTo('process instance', key, isSeen ? await deleteInstanceHistory(database, key) : 'absent');
  },
);

/** Whether the caller sees any decision of the evaluation. */
const seesEvaluation = async ({ engine: { tenantIds }, database }: RestContext, decisionEvaluationKey: string) => {
  const asked = { filter: { decisionEvaluationKey }, sort: [], page: { from: 0, limit: 1 }, tenantIds };
  return (await search(database, decisionInstances, asked)).items.length > 0;
};

const deleteDecision = route(
  'POST /decision-instances/:key/deletion',
  deletionTraits('Deletes what is kept of one evaluation of decisions.'),
  async (call, context) => {
    const key = keyOf<DecisionEvaluationKey>(call);
    const isSeen = await seesEvaluation(context, key);
    return replyTo('decision instance', key, isSeen ? await deleteDecisionHistory(context.database, key) : 'absent');
  },
);

export const deletionRoutes: readonly Route[] = [deleteInstance, deleteDecision];
