import type { ExecutableElement } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { scopeOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { propagate } from './write-variables.ts';

/** What an event brought goes upward from the flow scope, unless output mappings picked from it. */
export const mergeEventVariables = (run: Run, element: ExecutableElement, instance: ElementInstance): void => {
  const scope = scopeOf(run, instance);
  if (element.outputs.length > 0 || instance.trigger === null || scope === undefined) return;
  for (const [name, { value }] of instance.variables ?? []) propagate(run, scope, name, value);
};
