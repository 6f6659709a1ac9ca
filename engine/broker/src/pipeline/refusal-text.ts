import type { CommandKind } from '@irisflow/core';
import { type CommandRejection, rejectionMessage } from '@irisflow/protocol';

/** What clients know the requests as: their error texts begin with it. */
const INTENTS: Readonly<Partial<Record<CommandKind, string>>> = {
  deploy: 'CREATE',
  deleteResource: 'DELETE',
  createInstance: 'CREATE',
  cancelInstance: 'CANCEL',
  suspendInstance: 'SUSPEND',
  resumeInstance: 'RESUME',
  publishMessage: 'PUBLISH',
  correlateMessage: 'CORRELATE',
  broadcastSignal: 'BROADCAST',
  activateJob: 'ACTIVATE',
  completeJob: 'COMPLETE',
  failJob: 'FAIL',
  throwError: 'THROW_ERROR',
  updateJobRetries: 'UPDATE_RETRIES',
  updateJobTimeout: 'UPDATE_TIMEOUT',
  resolveIncident: 'RESOLVE',
  setVariables: 'UPDATE',
  evaluateDecision: 'EVALUATE',
  evaluateConditional: 'EVALUATE',
  activateAdHocActivities: 'ACTIVATE',
  modifyInstance: 'MODIFY',
  migrateInstance: 'MIGRATE',
  assignUserTask: 'ASSIGN',
  updateUserTask: 'UPDATE',
  completeUserTask: 'COMPLETE',
};

/** The text of a refused command as clients expect it. */
export const refusalText = (kind: CommandKind, rejection: CommandRejection): string =>
  rejectionMessage(INTENTS[kind] ?? kind.toUpperCase(), rejection);
