import type { ElementInstanceKey } from '@irisflow/protocol';
import { CommandRefused } from '../../desk/failure.ts';
import { askConditionsAgain } from '../../lifecycle/settle-conditions.ts';
import type { Run } from '../../run/behavior.ts';
import { emit, enqueue } from '../../run/run.ts';
import { resumeTransition } from '../../listeners/task-listeners.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree, treeOf } from '../../handling/in-tree.ts';

export const resolveIncident: Handler<'resolveIncident'> = (desk, { incidentKey }) => {
  const tree = treeOf(desk, 'incident', incidentKey);
  const incident = tree?.incidents.get(incidentKey);
  if (tree === undefined || incident === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to resolve incident with key '${incidentKey}', but no such incident was found`,
    );
  }
  const job = incident.jobKey === null ? undefined : tree.jobs.get(incident.jobKey);
  if (job !== undefined && job.retries <= 0) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to resolve incident with key '${incidentKey}', but job with key '${job.key}' has no retries left. ` +
        'Update the retries of the job first.',
    );
  }
  inTree(desk, tree, (run) => {
    emit(run, { kind: 'incidentResolved', key: incidentKey });
    if (job !== undefined) emit(run, { kind: 'jobRecovered', key: job.key });
    else retry(run, incident.elementKey);
  });
  return done;
};

/** What the element instance could not do is done again. */
const retry = (run: Run, key: ElementInstanceKey): void => {
  const instance = run.tree.elements.get(key);
  if (instance?.state === 'activating') enqueue(run, { do: 'activate', key });
  else if (instance?.state === 'completing') enqueue(run, { do: 'complete', key });
  else if (instance?.type === 'MULTI_INSTANCE_BODY') enqueue(run, { do: 'spawn', key });
  if (instance !== undefined) resumeTransition(run, instance);
  askConditionsAgain(run, instance?.subscriptions ?? []);
};
