import type { ElementIndex } from '@irisflow/bpmn';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';
import { localVariables } from '../variables/read-variables.ts';
import { splitStored, type VariableTexts } from '../variables/split-variables.ts';

/** Variables that are written before an element activates; `scope: null` is the process instance. */
export interface PlannedVariables {
  readonly scope: ElementIndex | null;
  readonly variables: VariableTexts;
}

/** What will be seen from inside a scope once the planned variables are written: the last of a name hides those before. */
export const seenInside = (
  tree: InstanceTree,
  scope: ElementInstance,
  variables: readonly PlannedVariables[],
): VariableTexts => {
  const outer = scope.scopeKey === null ? undefined : tree.elements.get(scope.scopeKey);
  const seen = outer === undefined ? [] : seenInside(tree, outer, variables);
  const written = variables.filter(
    (planned) => planned.scope === scope.element || (planned.scope === null && outer === undefined),
  );
  return [...seen, ...splitStored(localVariables(scope)), ...written.flatMap((planned) => planned.variables)];
};
