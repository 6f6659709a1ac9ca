import {
  elementAt,
  linkTargets,
  type ElementIndex,
  type ExecutableElement,
  type ExecutableProcess,
} from '@irisflow/bpmn';

import type { StepKind } from '../report.ts';
import { leavesByThrowing, type ThrowTrace } from '../throws/trace-throws.ts';
import { choicesOf } from './choices.ts';
import type { Move } from './net.ts';

/** What the net of a scope needs to know of the rest of the process. */
export interface Surroundings {
  readonly graph: ExecutableProcess;
  readonly throws: ThrowTrace;
  /** Whether a sub-process can come to its end, so that its path goes on behind it. */
  readonly canComplete: (subProcess: ElementIndex) => boolean;
}

/** One way in which a token leaves an element, in flows rather than places. */
export type Leaving = Pick<Move, 'kind' | 'outcome' | 'flows' | 'passes'>;

type Kinds = { readonly [Kind in ExecutableElement['kind']]: StepKind };

const kinds: Kinds = {
  process: 'done',
  subProcess: 'done',
  eventSubProcess: 'done',
  adHocSubProcess: 'done',
  callActivity: 'done',
  serviceTask: 'done',
  sendTask: 'done',
  scriptTask: 'done',
  businessRuleTask: 'done',
  userTask: 'done',
  receiveTask: 'happened',
  manualTask: 'done',
  undefinedTask: 'done',
  exclusiveGateway: 'chosen',
  inclusiveGateway: 'chosen',
  parallelGateway: 'forked',
  eventBasedGateway: 'happened',
  startEvent: 'started',
  intermediateCatchEvent: 'happened',
  intermediateThrowEvent: 'thrown',
  endEvent: 'ended',
  boundaryEvent: 'happened',
};

const gateways: ReadonlySet<StepKind> = new Set<StepKind>(['chosen', 'forked']);

const kindOf = (element: ExecutableElement): StepKind => {
  const kind = kinds[element.kind];
  if (gateways.has(kind)) return element.outgoing.length > 1 ? kind : 'passed';
  const isSilent = element.kind === 'intermediateThrowEvent' && element.event.kind === 'none';
  return isSilent || (element.kind === 'intermediateCatchEvent' && element.event.kind === 'none') ? 'passed' : kind;
};

const onward = (graph: ExecutableProcess, element: ExecutableElement): readonly Leaving[] =>
  choicesOf(graph, element).map((flows) => ({
    kind: kindOf(element),
    outcome: 'goesOn',
    flows,
    passes: [element.index],
  }));

/** A link goes on behind its target, which belongs to the same scope. */
const throughLink = (graph: ExecutableProcess, element: ExecutableElement): readonly Leaving[] | null => {
  const target = element.kind === 'intermediateThrowEvent' ? linkTargets(graph)(element) : null;
  if (target === null) return null;
  const { outgoing } = elementAt(graph, target);
  return [{ kind: 'thrown', outcome: 'goesOn', flows: outgoing, passes: [element.index, target] }];
};

/** The first event ends the waiting of the gateway, and its token goes on behind that event. */
const throughEvents = (graph: ExecutableProcess, element: ExecutableElement): readonly Leaving[] | null => {
  if (element.kind !== 'eventBasedGateway') return null;
  return element.events.map((index) => {
    const { outgoing } = elementAt(graph, index);
    return { kind: 'happened', outcome: 'goesOn', flows: outgoing, passes: [index, element.index] };
  });
};

/** All the ways in which a token leaves an element that it has come to. */
export const leavingsOf = (
  { graph, throws, canComplete }: Surroundings,
  element: ExecutableElement,
): readonly Leaving[] => {
  const special = throughLink(graph, element) ?? throughEvents(graph, element);
  if (special !== null) return special;
  const alone = { flows: [], passes: [element.index] };
  if (element.kind === 'endEvent' && element.event.kind === 'terminate') {
    return [{ kind: 'terminated', outcome: 'ends', ...alone }];
  }
  if (element.kind === 'subProcess' && !canComplete(element.index)) return [];
  const leaves = leavesByThrowing(graph, throws, element);
  const away: readonly Leaving[] = leaves === 'never' ? [] : [{ kind: 'thrown', outcome: 'leaves', ...alone }];
  return leaves === 'always' ? away : [...onward(graph, element), ...away];
};
