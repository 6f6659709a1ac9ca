import { elementAt, type ElementIndex, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';

import { canFire } from '../net/boundary-events.ts';
import type { SoundnessFinding, SoundnessStep } from '../report.ts';
import type { SoundnessCode } from '../soundness-codes.ts';
import type { ThrowTrace } from '../throws/trace-throws.ts';
import type { ScopeView } from '../trace/scope-view.ts';
import { findingOf, pathTo } from './finding.ts';

export interface Hearing {
  readonly graph: ExecutableProcess;
  readonly views: readonly ScopeView[];
  readonly throws: ThrowTrace;
  readonly compensated: ReadonlySet<ElementIndex>;
  /** Names of messages that may arrive; null when any may. */
  readonly messages: ReadonlySet<string> | null;
}

/** Until the event could happen: its activity, its gateway or its scope is active. */
const pathToWaiting = ({ graph, views }: Hearing, element: ExecutableElement): readonly SoundnessStep[] =>
  pathTo(views, graph, element.kind === 'boundaryEvent' ? element.attachedTo : element.index);

const catches = (element: ExecutableElement): boolean =>
  element.kind === 'boundaryEvent' || element.kind === 'startEvent';

const neverThrown = ({ throws }: Hearing, element: ExecutableElement): SoundnessCode | null => {
  if (!catches(element) || !('event' in element) || throws.caughtAt.has(element.index)) return null;
  if (element.event.kind === 'error') return 'SOUNDNESS_ERROR_NEVER_THROWN';
  return element.event.kind === 'escalation' ? 'SOUNDNESS_ESCALATION_NEVER_THROWN' : null;
};

const neverFires = ({ graph, throws, compensated }: Hearing, element: ExecutableElement): SoundnessCode | null => {
  if (element.kind !== 'boundaryEvent') return null;
  const fires =
    element.event.kind === 'compensation' ? compensated.has(element.index) : canFire(graph, throws, element);
  return fires ? null : 'SOUNDNESS_BOUNDARY_NEVER_FIRES';
};

const awaitedMessage = (element: ExecutableElement): string | null => {
  const isThrown = element.kind === 'intermediateThrowEvent' || element.kind === 'endEvent';
  if (isThrown) return null;
  const event = element.kind === 'receiveTask' ? element : 'event' in element ? element.event : null;
  if (event === null || !('message' in event)) return null;
  return event.message.name.kind === 'literal' ? event.message.name.text : null;
};

const neverSent = ({ messages }: Hearing, element: ExecutableElement): SoundnessCode | null => {
  const name = awaitedMessage(element);
  return name === null || messages === null || messages.has(name) ? null : 'SOUNDNESS_MESSAGE_NEVER_SENT';
};

/** Events that wait for what never comes, and errors that are thrown to nobody. */
export const findUnheard = (hearing: Hearing): readonly SoundnessFinding[] => {
  const { graph, views, throws } = hearing;
  const active = new Set(views.map(({ scope }) => scope));
  const isActive = ({ scope, kind }: ExecutableElement): boolean =>
    scope !== null && (active.has(scope) || (kind === 'startEvent' && active.has(elementAt(graph, scope).scope ?? 0)));
  const waiting = graph.elements.filter(isActive).flatMap((element) => {
    const code = neverThrown(hearing, element) ?? neverFires(hearing, element) ?? neverSent(hearing, element);
    if (code === null) return [];
    const message = awaitedMessage(element);
    const params = message === null ? {} : { message };
    return findingOf(graph, { code, elements: [element.index], path: pathToWaiting(hearing, element), params });
  });
  const uncaught = throws.uncaught.flatMap((index) => {
    const path = pathTo(views, graph, index);
    return path.length === 0 ? [] : findingOf(graph, { code: 'SOUNDNESS_ERROR_UNCAUGHT', elements: [index], path });
  });
  return [...waiting, ...uncaught];
};
