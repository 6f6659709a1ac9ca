import type { ElementInstanceKey } from '@irisflow/protocol';
import type { Outcome } from '../command/reply.ts';
import { CommandRefused } from '../desk/failure.ts';
import { raiseIncident } from '../run/incident.ts';
import { askConditionsAgain } from '../lifecycle/settle-conditions.ts';
import type { Run } from '../run/behavior.ts';
import { emit, enqueue } from '../run/run.ts';
import { liftSuspension } from '../lifecycle/suspension.ts';
import { terminate } from '../lifecycle/terminate.ts';
import { resumeTransition } from '../listeners/task-listeners.ts';
import { findRoot } from './find-root.ts';
import { done, type Handler } from './handler.ts';
import { activeTree, continueTree, inTree, treeOf } from './in-tree.ts';

export const cancelInstance: Handler<'cancelInstance'> = (desk, { processInstanceKey }) => {
  const { tree, root } = findRoot(desk, processInstanceKey, 'cancel');
  inTree(desk, tree, (run) => {
    // Listeners may have the last word: their jobs must be handed out.
    if (tree.suspension !== null) liftSuspension(run);
    terminate(run, root);
  });
  return done;
};

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
function retry(run: Run, key: ElementInstanceKey): void {
  const instance = run.tree.elements.get(key);
  if (instance?.state === 'activating') enqueue(run, { do: 'activate', key });
  else if (instance?.state === 'completing') enqueue(run, { do: 'complete', key });
  else if (instance?.type === 'MULTI_INSTANCE_BODY') enqueue(run, { do: 'spawn', key });
  if (instance !== undefined) resumeTransition(run, instance);
  askConditionsAgain(run, instance?.subscriptions ?? []);
}

export const reportFailure: Handler<'reportFailure'> = (desk, { rootKey, message }) => {
  const tree = activeTree(desk, rootKey);
  const root = tree?.elements.get(rootKey);
  if (tree === undefined || root === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to report a failure of instance '${rootKey}', but it is not active`,
    );
  }
  inTree(desk, tree, (run) => raiseIncident(run, root, { type: 'INTERNAL', message, jobKey: null }));
  return done;
};

export const continueInstance: Handler<'continueInstance'> = (desk, { rootKey }): Outcome => {
  const tree = activeTree(desk, rootKey);
  if (tree !== undefined) continueTree(desk, tree);
  return done;
};
