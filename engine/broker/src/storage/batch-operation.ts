import type {
  ElementInstanceKey,
  IncidentKey,
  Key,
  ProcessDefinitionKey,
  ProcessInstanceKey,
} from '@irisflow/protocol';

export type BatchOperationKey = Key<'batchOperation'>;

export type BatchOperationState = 'CREATED' | 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'CANCELED' | 'FAILED';
export type BatchItemState = 'ACTIVE' | 'COMPLETED' | 'CANCELED' | 'FAILED';

/** What is done to each of the matching process instances, or to their incidents or decisions. */
export type BatchPlan =
  | { readonly type: 'CANCEL_PROCESS_INSTANCE' }
  | { readonly type: 'RESOLVE_INCIDENT' }
  | {
      readonly type: 'MIGRATE_PROCESS_INSTANCE';
      readonly targetDefinitionKey: ProcessDefinitionKey;
      readonly mappings: readonly ElementMapping[];
    }
  /** What is kept of an ended instance, or of an evaluation of decisions. */
  | { readonly type: 'DELETE_PROCESS_INSTANCE' }
  | { readonly type: 'DELETE_DECISION_INSTANCE' }
  /** Every active instance of a source element ends, and the target is activated as often. */
  | { readonly type: 'MODIFY_PROCESS_INSTANCE'; readonly moves: readonly ElementMapping[] };

export type BatchType = BatchPlan['type'];

export interface ElementMapping {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

/** `key` is that of the incident or of the evaluation of decisions for a batch about those, else of the process instance. */
export interface BatchItem {
  readonly key: ProcessInstanceKey & IncidentKey & ElementInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
}
