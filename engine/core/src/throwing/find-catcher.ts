import { elementAt, type ElementIndex, type EventDefinition, type ExecutableProcess } from '@irisflow/bpmn';
import { eventOf } from '../catching/open-catches.ts';
import type { Catcher } from '../run/effect.ts';
import { canFire } from '../lifecycle/fire-event.ts';
import type { Run } from '../run/behavior.ts';
import { elementOf, graphOf, processInstanceOf, scopeOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';

export interface Thrown {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
}

/** The nearest catcher from the thrower outward: at each level the code itself beats a catch-all. `codes` are those that would have been caught. */
export const findCatcher = (
  run: Run,
  thrower: ElementInstance,
  thrown: Thrown,
): { readonly catcher: Catcher | null; readonly codes: readonly string[] } => {
  const codes: string[] = [];
  let from: ElementInstance | undefined;
  let instance: ElementInstance | undefined = thrower;
  while (instance !== undefined) {
    for (const catches of levelsOf(run, instance, from)) {
      const catcher = matchAt(run, instance, { catches, thrown, codes });
      if (catcher !== null) return { catcher, codes };
    }
    from = instance;
    instance = outward(run, instance);
  }
  return { catcher: null, codes };
};

/**
 * Inside out: event sub-processes of the instance, then the events on its boundary. An inner scope only wraps.
 * The event sub-process `from` which it is thrown does not catch it: it would start itself again without end.
 */
const levelsOf = (
  run: Run,
  instance: ElementInstance,
  from: ElementInstance | undefined,
): readonly (readonly ElementIndex[])[] => {
  if (instance.type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE') return [];
  const element = elementOf(run, instance);
  const graph = graphOf(run, instance.processInstanceKey);
  const isBody = instance.type === 'MULTI_INSTANCE_BODY';
  const within = 'eventSubProcesses' in element && !isBody ? element.eventSubProcesses : [];
  const others = within.filter((index) => index !== from?.element);
  const isInner = 'multiInstance' in element && element.multiInstance !== null && !isBody;
  const outer = 'boundaryEvents' in element && !isInner ? element.boundaryEvents : [];
  return [startsOf(graph, others), outer];
};

const startsOf = (graph: ExecutableProcess, eventSubProcesses: readonly ElementIndex[]): readonly ElementIndex[] =>
  eventSubProcesses.map((index) => {
    const element = elementAt(graph, index);
    return element.kind === 'eventSubProcess' ? element.startEvent : index;
  });

const matchAt = (
  run: Run,
  owner: ElementInstance,
  search: { readonly catches: readonly ElementIndex[]; readonly thrown: Thrown; readonly codes: string[] },
): Catcher | null => {
  const graph = graphOf(run, owner.processInstanceKey);
  let catchAll: Catcher | null = null;
  for (const index of search.catches) {
    const catchElement = elementAt(graph, index);
    const event = eventOf(catchElement);
    if (event.kind !== search.thrown.kind || !canFire(run, owner, { catchElement })) continue;
    const code = caughtCode(event);
    if (code === search.thrown.code && code !== null) return { owner, catchElement };
    if (code === null) catchAll ??= { owner, catchElement };
    else search.codes.push(code);
  }
  return catchAll;
};

/** Null catches every code. */
const caughtCode = (event: Extract<EventDefinition, { kind: 'error' | 'escalation' }>): string | null => {
  if (event.code === null) return null;
  const code = event.code.kind === 'literal' ? event.code.text : event.code.source;
  return code === '' ? null : code;
};

/** From a called process to the call activity, as long as nothing else ends it. */
const outward = (run: Run, instance: ElementInstance): ElementInstance | undefined => {
  const scope = scopeOf(run, instance);
  if (scope !== undefined || instance.scopeKey !== null) return scope;
  const { parentElementKey } = processInstanceOf(run, instance.processInstanceKey);
  return parentElementKey === null ? undefined : run.tree.elements.get(parentElementKey);
};
