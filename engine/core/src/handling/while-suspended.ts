import type { Command, CommandKind } from '../command/command.ts';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import { destinationOf } from '../routing/destination.ts';
import { collectionOf } from '../state/collection-of.ts';
import { treeOf } from './in-tree.ts';

/** What a command would do to something of an instance, to complete "Expected to ... with key"; null: it may. */
type Refusals = { readonly [Kind in CommandKind]: string | null };

/** Which commands a suspended instance refuses. What concerns no instance, or does not move it, it lets pass. */
const refusals: Refusals = {
  deploy: null,
  deleteResource: null,
  createInstance: null,
  startInstance: null,
  cancelInstance: null,
  suspendInstance: null,
  resumeInstance: null,
  publishMessage: null,
  correlateMessage: null,
  broadcastSignal: null,
  activateJob: 'activate job',
  completeJob: 'complete job',
  failJob: 'fail job',
  throwError: 'throw an error for job',
  // The lease or the back-off ends, but nobody is given the job.
  updateJobRetries: null,
  updateJobTimeout: null,
  yieldJob: null,
  timeOutJob: null,
  recoverJob: null,
  raiseJobIncident: null,
  resolveIncident: 'resolve incident',
  setVariables: null,
  evaluateDecision: null,
  evaluateConditional: null,
  activateAdHocActivities: 'activate elements of the ad-hoc sub-process',
  modifyInstance: 'modify the process instance',
  migrateInstance: 'migrate the process instance',
  assignUserTask: 'assign user task',
  updateUserTask: 'update user task',
  completeUserTask: 'complete user task',
  triggerTimer: 'trigger timer',
  triggerStartTimer: null,
  expireMessage: null,
  reportFailure: null,
  // These two wait by themselves: nobody hears of a refusal.
  continueInstance: null,
  triggerSubscription: null,
  addWaiter: null,
  removeWaiter: null,
  undoCorrelation: null,
  releaseStartLock: null,
  throwSignal: null,
};

/** Refuses what would move a suspended instance. A key that nobody knows is left to the handler. */
export const refuseWhileSuspended = (desk: Desk, command: Command): void => {
  const intention = refusals[command.kind];
  if (intention === null) return;
  const { entity } = destinationOf(command, desk.state.definitions);
  if (entity === null) return;
  const tree = treeOf(desk, entity.noun, entity.key);
  if (tree === undefined || tree.suspension === null) return;
  const known: ReadonlyMap<string, unknown> = tree[collectionOf[entity.noun]];
  if (!known.has(entity.key)) return;
  throw new CommandRefused(
    'INVALID_STATE',
    `Expected to ${intention} with key '${entity.key}', but process instance '${tree.rootKey}' is suspended. ` +
      'Resume it first.',
  );
};
