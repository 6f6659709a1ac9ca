import { elementAt, flowAt, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';

import type { SoundnessFinding } from '../report.ts';
import type { ScopeView } from '../trace/scope-view.ts';
import { stepsThrough } from '../trace/trace-steps.ts';
import { findingOf } from './finding.ts';

/** Back to where the ways come together: the element itself or the nearest one before it with several ways in. */
const mergeBefore = (graph: ExecutableProcess, place: { element: ElementIndex; flow: number | null }): ElementIndex => {
  const seen = new Set<ElementIndex>();
  let at = place.flow === null ? place.element : flowAt(graph, place.flow).source;
  for (;;) {
    const { incoming } = elementAt(graph, at);
    const [only] = incoming;
    if (incoming.length !== 1 || only === undefined || seen.has(at)) return at;
    seen.add(at);
    at = flowAt(graph, only).source;
  }
};

/** Two tokens on one way: what comes behind would happen twice. Of each merge the nearest way to it. */
export const findMeetings = (view: ScopeView): readonly SoundnessFinding[] => {
  const found = new Map<ElementIndex, SoundnessFinding>();
  // Ad-hoc activities are meant to run side by side, as often as somebody asks for them.
  if (elementAt(view.graph, view.scope).kind === 'adHocSubProcess') return [];
  for (const meeting of view.space.meetings) {
    const content = view.space.net.places[meeting.places[0] ?? 0];
    if (content === undefined) continue;
    const merge = mergeBefore(view.graph, content);
    if (found.has(merge)) continue;
    const path = stepsThrough(view, meeting);
    const elements = [merge, content.element];
    found.set(merge, findingOf(view.graph, { code: 'SOUNDNESS_NOT_SYNCHRONIZED', elements, path }));
  }
  return [...found.values()];
};
