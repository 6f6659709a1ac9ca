import type { Run } from '../execution/behavior.ts';
import { createElement } from '../execution/create-element.ts';
import { enqueue, scopeOf } from '../execution/run.ts';
import { beginTermination } from '../execution/terminate.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { writeAllLocal } from '../variables/write-variables.ts';
import type { Modification, PlannedActivation } from './plan-modification.ts';
import { onlyChild, reachScope } from './start-instructions.ts';

/** Does what was planned. Elements that are created stay active while the others end, so that their scopes do not complete. */
export function runModification(run: Run, { root, activations, terminations }: Modification): void {
  for (const activation of activations) activateOne(run, root, activation);
  for (const instance of terminations) beginTermination(run, instance);
  for (const { key } of terminations) enqueue(run, { do: 'terminate', key });
}

function activateOne(run: Run, root: ElementInstance, { target, from, scopes, variables }: PlannedActivation): void {
  for (const planned of variables) if (planned.scope === null) writeAllLocal(run, root, planned.variables);
  const find = scopes === 'reuse' ? onlyChild : () => undefined;
  const scope = reachScope(run, from, { target, find, onScope: (instance) => writeTo(run, instance, variables) });
  const instance = createElement(run, { element: target, scope });
  writeTo(run, instance, variables);
  for (const existing of outwards(run, from)) writeTo(run, existing, variables);
  enqueue(run, { do: 'activate', key: instance.key });
}

function writeTo(run: Run, instance: ElementInstance, variables: PlannedActivation['variables']): void {
  for (const planned of variables) {
    if (planned.scope === instance.element) writeAllLocal(run, instance, planned.variables);
  }
}

function outwards(run: Run, from: ElementInstance): readonly ElementInstance[] {
  const scopes: ElementInstance[] = [];
  let current: ElementInstance | undefined = from;
  while (current !== undefined) {
    scopes.push(current);
    current = scopeOf(run, current);
  }
  return scopes;
}
