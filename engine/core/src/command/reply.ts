import type { EvaluatedDecision } from '@irisflow/dmn';
import type {
  ActivatedJob,
  CommandRejection,
  ConditionalEvaluationKey,
  DecisionEvaluationKey,
  DeploymentKey,
  ElementInstanceKey,
  MessageKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SignalKey,
} from '@irisflow/protocol';
import type {
  DecisionDefinition,
  DecisionRequirementsDefinition,
  FormDefinition,
  ProcessDefinition,
  ResourceDefinition,
} from '../state/definition-catalog.ts';
import type { CommandKind } from './command.ts';

/** The definitions of one deployment in the order of its resources, unchanged ones included. */
export type DeployedItem =
  | { readonly kind: 'process'; readonly definition: ProcessDefinition; readonly isDuplicate: boolean }
  | {
      readonly kind: 'requirements';
      readonly definition: DecisionRequirementsDefinition;
      readonly isDuplicate: boolean;
    }
  | { readonly kind: 'decision'; readonly definition: DecisionDefinition; readonly isDuplicate: boolean }
  | { readonly kind: 'form'; readonly definition: FormDefinition; readonly isDuplicate: boolean }
  | { readonly kind: 'resource'; readonly definition: ResourceDefinition; readonly isDuplicate: boolean };

export interface DeployReply {
  readonly deploymentKey: DeploymentKey;
  readonly tenantId: string;
  readonly items: readonly DeployedItem[];
}

export interface InstanceReply {
  readonly processInstanceKey: ProcessInstanceKey;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionId: string;
  readonly version: number;
  readonly tenantId: string;
  readonly tags: readonly string[];
  readonly businessId: string | null;
  /** JSON text of the root scope's variables; null unless the result was awaited. */
  readonly variables: string | null;
}

export interface MessageReply {
  readonly messageKey: MessageKey;
  readonly tenantId: string;
}

export interface CorrelationReply extends MessageReply {
  readonly processInstanceKey: ProcessInstanceKey;
}

export interface SignalReply {
  readonly signalKey: SignalKey;
  readonly tenantId: string;
}

export interface DecisionReply {
  readonly evaluationKey: DecisionEvaluationKey;
  readonly decision: DecisionDefinition;
  /** JSON text; `null` when the evaluation failed. */
  readonly output: string;
  readonly trace: readonly EvaluatedDecision[];
  readonly failure: { readonly decisionId: string; readonly message: string } | null;
}

/** The instances that were started, in the order of the start events. */
export interface ConditionalReply {
  readonly evaluationKey: ConditionalEvaluationKey;
  readonly tenantId: string;
  readonly started: readonly Pick<InstanceReply, 'processDefinitionKey' | 'processInstanceKey'>[];
}

/** Replies with more to say than "done". */
interface Replies {
  deploy: DeployReply;
  createInstance: InstanceReply;
  startInstance: InstanceReply;
  publishMessage: MessageReply;
  correlateMessage: CorrelationReply;
  broadcastSignal: SignalReply;
  activateJob: ActivatedJob;
  setVariables: { readonly key: ElementInstanceKey };
  evaluateDecision: DecisionReply;
  evaluateConditional: ConditionalReply;
}

/** What a command of this kind is answered when it is accepted. */
export type ReplyOf<Kind extends CommandKind> = Kind extends keyof Replies ? Replies[Kind] : null;

export type AnyReply = ReplyOf<CommandKind>;

/** How a command ended. `deferred` is settled by a later decision under the request id of the command. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: AnyReply }
  | { readonly kind: 'rejection'; readonly rejection: CommandRejection }
  | { readonly kind: 'deferred'; readonly requestId: string };

/** The late answer to a request that was deferred. */
export interface Settlement {
  readonly requestId: string;
  readonly outcome: Exclude<Outcome, { readonly kind: 'deferred' }>;
}
