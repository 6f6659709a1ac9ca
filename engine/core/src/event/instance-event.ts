import type { EvaluatedDecision } from '@irisflow/dmn';
import type {
  DecisionDefinitionKey,
  DecisionEvaluationKey,
  ElementInstanceKey,
  IncidentKey,
  ProcessInstanceKey,
} from '@irisflow/protocol';
import type { BucketRef } from '../state/bucket.ts';
import type { AwaitedResult, Incident, ProcessInstance } from '../state/instance-tree.ts';
import type { Step } from '../state/step.ts';

/** What concerns a process instance and the tree as a whole. */
export type InstanceEvent =
  | {
      readonly kind: 'processInstanceCreated';
      readonly instance: ProcessInstance;
      readonly rootKey: ProcessInstanceKey;
      readonly awaited: AwaitedResult | null;
      readonly startLock: BucketRef | null;
    }
  | { readonly kind: 'incidentCreated'; readonly incident: Incident }
  | { readonly kind: 'incidentResolved'; readonly key: IncidentKey }
  /** One for each process instance of the tree; the tree itself rests or moves with its root. */
  | { readonly kind: 'instanceSuspended' | 'instanceResumed'; readonly key: ProcessInstanceKey }
  /** The budget is used up: the rest of the work waits in the tree. */
  | { readonly kind: 'stepsDeferred'; readonly steps: readonly Step[]; readonly rounds?: number }
  | { readonly kind: 'stepsResumed' }
  | { readonly kind: 'resultDelivered'; readonly requestId: string }
  | {
      readonly kind: 'decisionEvaluated';
      readonly key: DecisionEvaluationKey;
      readonly decisionKey: DecisionDefinitionKey;
      readonly elementKey: ElementInstanceKey;
      readonly processInstanceKey: ProcessInstanceKey;
      /** JSON text. */
      readonly output: string;
      readonly failure: { readonly decisionId: string; readonly message: string } | null;
      readonly trace: readonly EvaluatedDecision[];
    };
