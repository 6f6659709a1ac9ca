import type { ElementType } from '../element-type.ts';
import type { ElementInstanceKey, IncidentKey, ProcessDefinitionKey, ProcessInstanceKey } from '../key.ts';

export type ProcessInstanceState = 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED';

/** The elements of a suspended instance stay active. */
export type ElementInstanceState = Exclude<ProcessInstanceState, 'SUSPENDED'>;

export interface ProcessInstanceView {
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionId: string;
  readonly processDefinitionName: string | null;
  readonly processDefinitionVersion: number;
  readonly processDefinitionVersionTag: string | null;
  readonly parentProcessInstanceKey: ProcessInstanceKey | null;
  readonly parentElementInstanceKey: ElementInstanceKey | null;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly state: ProcessInstanceState;
  readonly hasIncident: boolean;
  readonly tags: readonly string[];
  readonly businessId: string | null;
  readonly tenantId: string;
}

export interface ElementInstanceView {
  readonly elementInstanceKey: ElementInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionId: string;
  readonly elementId: string;
  readonly elementName: string;
  readonly type: ElementType;
  readonly state: ElementInstanceState;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly hasIncident: boolean;
  readonly incidentKey: IncidentKey | null;
  readonly tenantId: string;
}
