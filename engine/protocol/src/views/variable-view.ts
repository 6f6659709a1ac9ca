import type { ElementInstanceKey, ProcessInstanceKey, VariableKey } from '../key.ts';

export interface VariableView {
  readonly variableKey: VariableKey;
  readonly name: string;
  /** JSON text, possibly cut; see `isTruncated`. */
  readonly value: string;
  readonly isTruncated: boolean;
  readonly scopeKey: ElementInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly tenantId: string;
}
