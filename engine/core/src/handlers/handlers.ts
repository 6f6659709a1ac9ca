import type { Command, CommandKind } from '../command/command.ts';
import type { Outcome } from '../command/reply.ts';
import type { Desk } from '../desk/desk.ts';
import { activateAdHocActivities } from './ad-hoc-handlers.ts';
import { evaluateConditional } from './conditional-handlers.ts';
import { createInstance, startInstance } from './creation-handlers.ts';
import { deleteResource, deploy, evaluateDecision, triggerStartTimer } from './definition-handlers.ts';
import type { Handler } from './handler.ts';
import { cancelInstance, continueInstance, reportFailure, resolveIncident } from './instance-handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import {
  addWaiter,
  correlateMessage,
  expireMessage,
  publishMessage,
  releaseStartLock,
  removeWaiter,
  undoCorrelation,
} from './message-handlers.ts';
import { migrateInstance } from './migration-handlers.ts';
import { modifyInstance } from './modification-handlers.ts';
import { broadcastSignal, throwSignal } from './signal-handlers.ts';
import { triggerSubscription, triggerTimer } from './subscription-handlers.ts';
import { resumeInstance, suspendInstance } from './suspension-handlers.ts';
import { assignUserTask, completeUserTask, updateUserTask } from './user-task-handlers.ts';
import { refuseWhileSuspended } from './while-suspended.ts';
import { setVariables } from './variable-handlers.ts';

/** One handler per kind of command: leaving one out does not compile. */
type Handlers = { readonly [Kind in CommandKind]: Handler<Kind> };

const handlers: Handlers = {
  ...jobHandlers,
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
export function handle(desk: Desk, command: Command): Outcome {
  refuseWhileSuspended(desk, command);
  const handler = handlers[command.kind] as (desk: Desk, command: Command) => Outcome;
  return handler(desk, command);
}
