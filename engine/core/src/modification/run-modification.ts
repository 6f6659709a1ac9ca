import { elementAt } from '@irisflow/bpmn';
import { openCatchesInside } from '../catching/catches-inside.ts';
import { canStillArrive } from '../joins/reach-join.ts';
import type { Run } from '../run/behavior.ts';
import { createElement } from '../run/create-element.ts';
import { enqueue, graphOf, scopeOf } from '../run/run.ts';
import { beginTermination } from '../lifecycle/terminate.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { writeAllLocal } from '../variables/write-variables.ts';
import type { Modification, PlannedActivation } from './plan-modification.ts';
import { onlyChild, reachScope, scopesAround } from './start-instructions.ts';

/** Does what was planned. Elements that are created stay active while the others end, so that their scopes do not complete. */
export const runModification = (run: Run, modification: Modification): void => {
  const { activations, terminations, begun } = modification;
  for (const activation of activations) activateOne(run, modification, activation);
  for (const scope of begun) openCatchesInside(run, scope);
  for (const instance of terminations) beginTermination(run, instance);
  for (const { key } of terminations) enqueue(run, { do: 'terminate', key });
};

const activateOne = (run: Run, modification: Modification, activation: PlannedActivation): void => {
  const { target, from, scopes, variables } = activation;
  for (const planned of variables) {
    if (planned.scope === null) writeAllLocal(run, modification.root, planned.variables);
  }
  for (const existing of outwards(run, from)) writeTo(run, existing, variables);
  const find = scopes === 'reuse' ? onlyChild : () => undefined;
  const scope = reachScope(run, from, { target, find, onScope: (instance) => writeTo(run, instance, variables) });
  const flows = flowsTakenAlong(run, scope, { modification, activation });
  const instance = createElement(run, { element: target, scope, flows });
  writeTo(run, instance, variables);
  enqueue(run, { do: 'activate', key: instance.key });
};

interface Place {
  readonly modification: Modification;
  readonly activation: PlannedActivation;
}

/**
 * A join that is activated by hand takes along the tokens that wait there: without the ones that are missing nothing
 * would ever free them. While somebody is on the way to it, they stay for the join that comes then.
 */
const flowsTakenAlong = (run: Run, scope: ElementInstance, { modification, activation }: Place): readonly number[] => {
  const graph = graphOf(run, scope.processInstanceKey);
  const { target } = activation;
  if (run.behaviorOf(elementAt(graph, target), null).join === undefined) return [];
  const leaving = new Set(modification.terminations.map(({ key }) => key));
  const entered = modification.activations
    .filter((other) => other !== activation)
    .flatMap((other) => [...scopesAround(graph, other.target), other.target])
    .filter((index) => elementAt(graph, index).scope === scope.element);
  if (canStillArrive(run, graph, { scopes: [scope], join: target }, { leaving, entered })) return [];
  return elementAt(graph, target).incoming.filter((flow) => scope.tokens?.has(flow) === true);
};

const writeTo = (run: Run, instance: ElementInstance, variables: PlannedActivation['variables']): void => {
  for (const planned of variables) {
    if (planned.scope === instance.element) writeAllLocal(run, instance, planned.variables);
  }
};

const outwards = (run: Run, from: ElementInstance): readonly ElementInstance[] => {
  const scopes: ElementInstance[] = [];
  let current: ElementInstance | undefined = from;
  while (current !== undefined) {
    scopes.push(current);
    current = scopeOf(run, current);
  }
  return scopes;
};
