import { elementAt, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';

import type { SoundnessFinding, SoundnessStep } from '../report.ts';
import { soundnessCodes, type SoundnessCode } from '../soundness-codes.ts';
import type { ScopeView } from '../trace/scope-view.ts';
import { stepsThrough } from '../trace/trace-steps.ts';

export interface FindingParts {
  readonly code: SoundnessCode;
  /** The culprit first. */
  readonly elements: readonly ElementIndex[];
  readonly path: readonly SoundnessStep[];
  readonly params?: Readonly<Record<string, string>>;
}

export const findingOf = (
  graph: ExecutableProcess,
  { code, elements, path, params = {} }: FindingParts,
): SoundnessFinding => {
  const elementIds = [...new Set(elements)].map((element) => elementAt(graph, element).id);
  const [elementId = graph.id] = elementIds;
  return { code, severity: soundnessCodes[code], elementId, elementIds, params, path };
};

/** The steps until a token comes to an element; empty when none does. */
export const pathTo = (
  views: readonly ScopeView[],
  graph: ExecutableProcess,
  index: ElementIndex,
): readonly SoundnessStep[] => {
  const view = views.find(({ scope }) => scope === elementAt(graph, index).scope);
  const arrival = view?.space.reached.get(index);
  return view === undefined || arrival === undefined ? [] : stepsThrough(view, arrival);
};
