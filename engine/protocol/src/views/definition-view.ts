import type { FormKey, ProcessDefinitionKey } from '../key.ts';

export interface ProcessDefinitionView {
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly version: number;
  readonly versionTag: string | null;
  readonly resourceName: string;
  readonly tenantId: string;
  readonly hasStartForm: boolean;
  /** `DRAINING`: deleted, and some of its instances still run. */
  readonly state: 'ACTIVE' | 'DRAINING' | 'DELETED';
}

export interface FormView {
  readonly formKey: FormKey;
  readonly formId: string;
  readonly version: number;
  readonly schema: string;
  readonly tenantId: string;
}
