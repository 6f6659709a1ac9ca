import type { Command, CommandKind } from '../command/command.ts';
import type { Outcome } from '../command/reply.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handler } from '../handling/handler.ts';
import { refuseWhileSuspended } from '../handling/while-suspended.ts';
import { deleteResource } from './definitions/delete-resource.ts';
import { deploy } from './definitions/deploy.ts';
import { evaluateConditional } from './definitions/evaluate-conditional.ts';
import { evaluateDecision } from './definitions/evaluate-decision.ts';
import { triggerStartTimer } from './definitions/trigger-start-timer.ts';
import { activateAdHocActivities } from './instances/activate-ad-hoc-activities.ts';
import { cancelInstance } from './instances/cancel-instance.ts';
import { continueInstance } from './instances/continue-instance.ts';
import { createInstance } from './instances/create-instance.ts';
import { migrateInstance } from './instances/migrate-instance.ts';
import { modifyInstance } from './instances/modify-instance.ts';
import { reportFailure } from './instances/report-failure.ts';
import { resolveIncident } from './instances/resolve-incident.ts';
import { resumeInstance } from './instances/resume-instance.ts';
import { setVariables } from './instances/set-variables.ts';
import { startInstance } from './instances/start-instance.ts';
import { suspendInstance } from './instances/suspend-instance.ts';
import { activateJob } from './jobs/activate-job.ts';
import { completeJob } from './jobs/complete-job.ts';
import { failJob } from './jobs/fail-job.ts';
import { raiseJobIncident } from './jobs/raise-job-incident.ts';
import { recoverJob } from './jobs/recover-job.ts';
import { throwError } from './jobs/throw-error.ts';
import { timeOutJob } from './jobs/time-out-job.ts';
import { updateJobRetries } from './jobs/update-job-retries.ts';
import { updateJobTimeout } from './jobs/update-job-timeout.ts';
import { yieldJob } from './jobs/yield-job.ts';
import { addWaiter } from './messages/add-waiter.ts';
import { correlateMessage } from './messages/correlate-message.ts';
import { expireMessage } from './messages/expire-message.ts';
import { publishMessage } from './messages/publish-message.ts';
import { releaseStartLock } from './messages/release-start-lock.ts';
import { removeWaiter } from './messages/remove-waiter.ts';
import { undoCorrelation } from './messages/undo-correlation.ts';
import { broadcastSignal } from './signals/broadcast-signal.ts';
import { throwSignal } from './signals/throw-signal.ts';
import { triggerSubscription } from './subscriptions/trigger-subscription.ts';
import { triggerTimer } from './subscriptions/trigger-timer.ts';
import { assignUserTask } from './user-tasks/assign-user-task.ts';
import { completeUserTask } from './user-tasks/complete-user-task.ts';
import { updateUserTask } from './user-tasks/update-user-task.ts';

/** One handler per kind of command: leaving one out does not compile. */
type Handlers = { readonly [Kind in CommandKind]: Handler<Kind> };

const handlers: Handlers = {
  activateJob,
  completeJob,
  failJob,
  throwError,
  updateJobRetries,
  updateJobTimeout,
  yieldJob,
  timeOutJob,
  recoverJob,
  raiseJobIncident,
  deploy,
  deleteResource,
  createInstance,
  startInstance,
  cancelInstance,
  suspendInstance,
  resumeInstance,
  publishMessage,
  correlateMessage,
  broadcastSignal,
  resolveIncident,
  setVariables,
  evaluateDecision,
  evaluateConditional,
  activateAdHocActivities,
  modifyInstance,
  migrateInstance,
  assignUserTask,
  updateUserTask,
  completeUserTask,
  triggerTimer,
  triggerStartTimer,
  expireMessage,
  reportFailure,
  continueInstance,
  addWaiter,
  removeWaiter,
  triggerSubscription,
  undoCorrelation,
  releaseStartLock,
  throwSignal,
};

/** Hands the command to whoever decides its kind, unless it is about a suspended instance that has to rest. */
export const handle = (desk: Desk, command: Command): Outcome => {
  refuseWhileSuspended(desk, command);
  const handler = handlers[command.kind] as (desk: Desk, command: Command) => Outcome;
  return handler(desk, command);
};
