import type { ExecutableProcess } from '@irisflow/bpmn';
import type { DecisionRequirements } from '@irisflow/dmn';
import type { DecisionDefinitionKey, ProcessDefinitionKey, TimerKey } from '@irisflow/protocol';

/** A resource whose text was already parsed and found valid. `checksum` is the hash of its bytes as text. */
export type ParsedResource =
  | {
      readonly kind: 'bpmn';
      readonly name: string;
      readonly checksum: string;
      readonly processes: readonly ExecutableProcess[];
    }
  | {
      readonly kind: 'dmn';
      readonly name: string;
      readonly checksum: string;
      readonly requirements: DecisionRequirements;
    }
  | {
      readonly kind: 'form';
      readonly name: string;
      readonly checksum: string;
      readonly formId: string;
      readonly versionTag: string | null;
    }
  | { readonly kind: 'resource'; readonly name: string; readonly checksum: string };

export interface DeployCommand {
  readonly kind: 'deploy';
  readonly tenantId: string;
  readonly resources: readonly ParsedResource[];
}

export interface DeleteResourceCommand {
  readonly kind: 'deleteResource';
  readonly resourceKey: string;
}

export type DecisionSelector =
  | { readonly by: 'key'; readonly key: DecisionDefinitionKey }
  | { readonly by: 'id'; readonly id: string };

export interface EvaluateDecisionCommand {
  readonly kind: 'evaluateDecision';
  readonly tenantId: string;
  readonly decision: DecisionSelector;
  readonly variables: string;
}

/** Starts an instance at every conditional start event whose condition holds for these variables. */
export interface EvaluateConditionalCommand {
  readonly kind: 'evaluateConditional';
  readonly tenantId: string;
  /** Null asks the latest version of every process of the tenant. */
  readonly definitionKey: ProcessDefinitionKey | null;
  readonly variables: string;
}

/** A timer of a start event is due. */
export interface TriggerStartTimerCommand {
  readonly kind: 'triggerStartTimer';
  readonly timerKey: TimerKey;
}

/** What concerns definitions: deploying, deleting, evaluating. */
export type DefinitionCommand =
  | DeployCommand
  | DeleteResourceCommand
  | EvaluateDecisionCommand
  | EvaluateConditionalCommand
  | TriggerStartTimerCommand;
