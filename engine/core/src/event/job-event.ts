import type { JobKey } from '@irisflow/protocol';
import type { Job } from '../state/instance-tree.ts';

export type JobEvent =
  | { readonly kind: 'jobCreated'; readonly job: Job }
  | { readonly kind: 'jobActivated'; readonly key: JobKey; readonly worker: string; readonly deadline: number }
  /** `deniedReason` is there when a task listener denied what it was asked about. */
  | { readonly kind: 'jobCompleted'; readonly key: JobKey; readonly deniedReason?: string }
  | {
      readonly kind: 'jobFailed';
      readonly key: JobKey;
      readonly retries: number;
      readonly errorMessage: string;
      /** Epoch milliseconds; 0 means activatable at once when retries are left. */
      readonly retryAt: number;
    }
  /** The worker's time ran out, or it gave the job back: activatable again with the same retries. */
  | { readonly kind: 'jobTimedOut'; readonly key: JobKey }
  | { readonly kind: 'jobYielded'; readonly key: JobKey }
  /** The back-off elapsed or the incident was resolved: activatable again. */
  | { readonly kind: 'jobRecovered'; readonly key: JobKey }
  | { readonly kind: 'jobRetriesUpdated'; readonly key: JobKey; readonly retries: number }
  | { readonly kind: 'jobTimeoutUpdated'; readonly key: JobKey; readonly deadline: number }
  /** `caught` jobs leave the state; an uncaught one waits for the resolution of its incident. */
  | {
      readonly kind: 'jobErrorThrown';
      readonly key: JobKey;
      readonly errorCode: string;
      readonly errorMessage: string;
      readonly caught: boolean;
    }
  /** The job cannot be handed out; an incident says why. */
  | { readonly kind: 'jobParked'; readonly key: JobKey }
  | { readonly kind: 'jobCanceled'; readonly key: JobKey };
