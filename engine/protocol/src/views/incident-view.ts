import type { IncidentType } from '../incident-type.ts';
import type { ElementInstanceKey, IncidentKey, JobKey, ProcessDefinitionKey, ProcessInstanceKey } from '../key.ts';

export interface IncidentView {
  readonly incidentKey: IncidentKey;
  readonly errorType: IncidentType;
  readonly errorMessage: string;
  readonly state: 'ACTIVE' | 'RESOLVED';
  readonly creationTime: string;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly jobKey: JobKey | null;
  readonly tenantId: string;
}
