import type { ElementInstanceKey } from '@irisflow/protocol';
import type { Run } from '../run/behavior.ts';
import { emit } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { VariableReach } from '../state/instance-tree.ts';
import type { VariableTexts } from './split-variables.ts';

/** Creates or updates a variable in exactly this scope; an unchanged value leaves no trace. */
export const writeLocal = (run: Run, scope: ElementInstance, name: string, value: string): void => {
  const known = scope.variables?.get(name);
  if (known?.value === value) return;
  run.writes.push({ name, scopeKey: scope.key, event: known === undefined ? 'create' : 'update' });
  emit(run, {
    kind: known === undefined ? 'variableCreated' : 'variableUpdated',
    key: known?.key ?? run.desk.nextKey<'variable'>(),
    name,
    value,
    scopeKey: scope.key,
    processInstanceKey: scope.processInstanceKey,
  });
};

export const writeAllLocal = (run: Run, scope: ElementInstance, variables: VariableTexts): void => {
  for (const [name, value] of variables) writeLocal(run, scope, name, value);
};

/** Updates the nearest scope that has the name, starting at `from`; creates the variable at the root when none has. */
export const propagate = (run: Run, from: ElementInstance, name: string, value: string): void => {
  let scope = from;
  for (;;) {
    if (scope.variables?.has(name) === true) break;
    const outer = outerScope(run, scope.scopeKey);
    if (outer === undefined) break;
    scope = outer;
  }
  writeLocal(run, scope, name, value);
};

export const propagateAll = (run: Run, from: ElementInstance, variables: VariableTexts): void => {
  for (const [name, value] of variables) propagate(run, from, name, value);
};

/** Writes variables as the caller asked: in exactly this scope, or outward from it. */
export const writeReaching = (
  run: Run,
  scope: ElementInstance,
  variables: VariableTexts,
  reach: VariableReach,
): void => {
  if (reach === 'local') writeAllLocal(run, scope, variables);
  else propagateAll(run, scope, variables);
};

const outerScope = (run: Run, key: ElementInstanceKey | null): ElementInstance | undefined =>
  key === null ? undefined : run.tree.elements.get(key);
