import type { TenantFilter } from '../resolve-tenant.ts';

/** The requests as they arrive: int64 as decimal text, absent fields with their default. */
export interface DeployResourceRequest {
  readonly resources: readonly { readonly name: string; readonly content: Uint8Array }[];
  readonly tenantId: string;
}
export interface DeployProcessRequest {
  readonly processes: readonly { readonly name: string; readonly definition: Uint8Array }[];
}
export interface DeleteResourceRequest {
  readonly resourceKey: string;
  readonly deleteHistory: boolean;
}
export interface EvaluateDecisionRequest {
  readonly decisionKey: string;
  readonly decisionId: string;
  readonly variables: string;
  readonly tenantId: string;
}
export interface EvaluateConditionalRequest {
  readonly processDefinitionKey: string;
  readonly variables: string;
  readonly tenantId: string;
}
export interface CreateProcessInstanceRequest {
  readonly processDefinitionKey: string;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly variables: string;
  readonly startInstructions: readonly { readonly elementId: string }[];
  /** `terminate` is absent when the client asks for something newer. */
  readonly runtimeInstructions: readonly { readonly terminate?: { readonly afterElementId: string } | null }[];
  readonly tenantId: string;
  readonly tags: readonly string[];
  readonly businessId: string;
}
export interface CreateWithResultRequest {
  readonly request: CreateProcessInstanceRequest | null;
  readonly requestTimeout: string;
  readonly fetchVariables: readonly string[];
}
export interface CancelProcessInstanceRequest {
  readonly processInstanceKey: string;
}
interface VariableInstruction {
  readonly variables: string;
  readonly scopeId: string;
}
export interface MoveInstructionMessage {
  readonly sourceElementInstanceKey: string;
  readonly sourceElementId: string;
  readonly targetElementId: string;
  readonly variableInstructions: readonly VariableInstruction[];
  readonly ancestorElementInstanceKey: string;
  readonly inferAncestorScopeFromSourceHierarchy: boolean;
  readonly useSourceParentKeyAsAncestorScopeKey: boolean;
}
export interface ModifyProcessInstanceRequest {
  readonly processInstanceKey: string;
  readonly activateInstructions: readonly {
    readonly elementId: string;
    readonly ancestorElementInstanceKey: string;
    readonly variableInstructions: readonly VariableInstruction[];
  }[];
  readonly moveInstructions: readonly MoveInstructionMessage[];
  readonly terminateInstructions: readonly { readonly elementInstanceKey: string; readonly elementId: string }[];
}
export interface MigrateProcessInstanceRequest {
  readonly processInstanceKey: string;
  readonly migrationPlan: {
    readonly targetProcessDefinitionKey: string;
    readonly mappingInstructions: readonly { readonly sourceElementId: string; readonly targetElementId: string }[];
  } | null;
}
export interface SetVariablesRequest {
  readonly elementInstanceKey: string;
  readonly variables: string;
  readonly local: boolean;
}
export interface ResolveIncidentRequest {
  readonly incidentKey: string;
}
export interface StreamActivatedJobsRequest {
  readonly tenantFilter: TenantFilter;
  readonly type: string;
  readonly worker: string;
  readonly timeout: string;
  readonly fetchVariable: readonly string[];
  readonly tenantIds: readonly string[];
}
export interface ActivateJobsRequest extends StreamActivatedJobsRequest {
  readonly maxJobsToActivate: number;
  readonly requestTimeout: string;
}
export interface CompleteJobRequest {
  readonly jobKey: string;
  readonly variables: string;
  readonly result: JobResultMessage | null;
}
export interface JobResultMessage {
  readonly denied: boolean;
  readonly corrections: CorrectionsMessage | null;
  readonly deniedReason: string;
  readonly type: string;
  readonly activateElements: readonly { readonly elementId: string; readonly variables: string }[];
  readonly isCompletionConditionFulfilled: boolean;
  readonly isCancelRemainingInstances: boolean;
}
export interface CorrectionsMessage {
  readonly assignee?: string;
  readonly dueDate?: string;
  readonly followUpDate?: string;
  readonly candidateUsers: { readonly values: readonly string[] } | null;
  readonly candidateGroups: { readonly values: readonly string[] } | null;
  readonly priority?: number;
}
export interface FailJobRequest {
  readonly jobKey: string;
  readonly retries: number;
  readonly errorMessage: string;
  readonly retryBackOff: string;
  readonly variables: string;
}
export interface ThrowErrorRequest {
  readonly jobKey: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: string;
}
export interface UpdateJobRetriesRequest {
  readonly jobKey: string;
  readonly retries: number;
}
export interface UpdateJobTimeoutRequest {
  readonly jobKey: string;
  readonly timeout: string;
}
export interface PublishMessageRequest {
  readonly name: string;
  readonly correlationKey: string;
  readonly timeToLive: string;
  readonly messageId: string;
  readonly variables: string;
  readonly tenantId: string;
}
export interface BroadcastSignalRequest {
  readonly signalName: string;
  readonly variables: string;
  readonly tenantId: string;
}
