import { Type } from 'typebox';
import { type BatchTask, beginBatch } from '../../batch-operations/begin-batch.ts';
import { takesEverything } from '../../batch-operations/create-batch-operation.ts';
import { gives } from './answer.ts';
import { badRequest, RestProblem } from './problem.ts';
import { ok, type Reply, type RestContext } from './route.ts';
import { Key, Text } from './schemas.ts';

/** What a caller is told of the batch operation that it started. */
export const StartedBatch = Type.Object({ batchOperationKey: Key, batchOperationType: Text });
export const givesStartedBatch = gives(StartedBatch);

/** Starts something that is done to everything of a filter, and answers under which key it can be followed. */
export const startBatch = async (context: RestContext, task: BatchTask): Promise<Reply> => {
  if (takesEverything(task)) {
    const taken = task.plan.type === 'DELETE_DECISION_INSTANCE' ? 'decision' : 'process';
    throw badRequest(`Expected a filter with at least one condition, but it would take every ${taken} instance`);
  }
  if (!context.engine.isLeader) {
    throw new RestProblem(503, 'UNAVAILABLE', 'Expected to start a batch operation, but this engine is standing by');
  }
  return ok(await beginBatch(context, task, context.engine));
};
