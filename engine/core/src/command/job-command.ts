import type { IncidentType, JobKey } from '@irisflow/protocol';
import type { UserTaskAttributes } from '../state/instance-tree.ts';
import type { AdHocActivation } from './modification-command.ts';

/** Hands one activatable job to a worker. */
export interface ActivateJobCommand {
  readonly kind: 'activateJob';
  readonly jobKey: JobKey;
  readonly worker: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Empty means all visible variables. */
  readonly fetchVariables: readonly string[];
}

/** What a listener or an ad-hoc worker answers besides variables. */
export interface JobResult {
  readonly denied: boolean;
  readonly deniedReason: string;
  readonly corrections: Partial<UserTaskAttributes>;
  readonly activateElements: readonly AdHocActivation[];
  readonly isCompletionConditionFulfilled: boolean;
  readonly isCancelRemainingInstances: boolean;
}

export interface CompleteJobCommand {
  readonly kind: 'completeJob';
  readonly jobKey: JobKey;
  readonly variables: string;
  readonly result: JobResult | null;
}

export interface FailJobCommand {
  readonly kind: 'failJob';
  readonly jobKey: JobKey;
  readonly retries: number;
  readonly errorMessage: string;
  /** Milliseconds. */
  readonly retryBackOff: number;
  readonly variables: string;
}

export interface ThrowErrorCommand {
  readonly kind: 'throwError';
  readonly jobKey: JobKey;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: string;
}

export interface UpdateJobRetriesCommand {
  readonly kind: 'updateJobRetries';
  readonly jobKey: JobKey;
  readonly retries: number;
}

export interface UpdateJobTimeoutCommand {
  readonly kind: 'updateJobTimeout';
  readonly jobKey: JobKey;
  /** Milliseconds from now. */
  readonly timeout: number;
}

/** The worker never got the job: it becomes activatable again with the same retries. */
export interface YieldJobCommand {
  readonly kind: 'yieldJob';
  readonly jobKey: JobKey;
}

/** The deadline of the job passed. Ignored when it was extended meanwhile. */
export interface TimeOutJobCommand {
  readonly kind: 'timeOutJob';
  readonly jobKey: JobKey;
}

/** The back-off of the job elapsed. */
export interface RecoverJobCommand {
  readonly kind: 'recoverJob';
  readonly jobKey: JobKey;
}

/** The job cannot be handed out, for instance because it is too large. */
export interface RaiseJobIncidentCommand {
  readonly kind: 'raiseJobIncident';
  readonly jobKey: JobKey;
  readonly type: IncidentType;
  readonly message: string;
}

/** What workers, operators and time do with jobs. */
export type JobCommand =
  | ActivateJobCommand
  | CompleteJobCommand
  | FailJobCommand
  | ThrowErrorCommand
  | UpdateJobRetriesCommand
  | UpdateJobTimeoutCommand
  | YieldJobCommand
  | TimeOutJobCommand
  | RecoverJobCommand
  | RaiseJobIncidentCommand;
