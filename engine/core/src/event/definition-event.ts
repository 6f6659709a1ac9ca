import type { EvaluatedDecision } from '@irisflow/dmn';
import type { DecisionDefinitionKey, DecisionEvaluationKey, DeploymentKey, TimerKey } from '@irisflow/protocol';
import type {
  DecisionDefinition,
  DecisionRequirementsDefinition,
  FormDefinition,
  ProcessDefinition,
  ResourceDefinition,
  StartTimer,
} from '../state/definition-catalog.ts';

export type DefinitionEvent =
  | { readonly kind: 'deploymentCreated'; readonly key: DeploymentKey; readonly tenantId: string }
  | { readonly kind: 'processDeployed'; readonly definition: ProcessDefinition }
  | { readonly kind: 'requirementsDeployed'; readonly definition: DecisionRequirementsDefinition }
  | { readonly kind: 'decisionDeployed'; readonly definition: DecisionDefinition }
  | { readonly kind: 'formDeployed'; readonly definition: FormDefinition }
  | { readonly kind: 'resourceDeployed'; readonly definition: ResourceDefinition }
  /** Deleting the requirements deletes their decisions too, with one event each. */
  | {
      readonly kind: 'definitionDeleted';
      readonly noun: 'process' | 'requirements' | 'decision' | 'form' | 'resource';
      readonly key: string;
    }
  | { readonly kind: 'startTimerOpened'; readonly timer: StartTimer }
  | { readonly kind: 'startTimerTriggered'; readonly key: TimerKey }
  | { readonly kind: 'startTimerClosed'; readonly key: TimerKey }
  /** Somebody asked for a decision outside of any process. */
  | {
      readonly kind: 'decisionEvaluatedAlone';
      readonly key: DecisionEvaluationKey;
      readonly decisionKey: DecisionDefinitionKey;
      /** JSON text. */
      readonly output: string;
      readonly failure: { readonly decisionId: string; readonly message: string } | null;
      readonly trace: readonly EvaluatedDecision[];
    };
