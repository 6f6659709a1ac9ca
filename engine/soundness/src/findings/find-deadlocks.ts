import { elementAt, flowAt, type ElementIndex } from '@irisflow/bpmn';

import { ancestorsIn } from '../net/predecessors.ts';
import type { Join, Place } from '../net/net.ts';
import { reachPlaces } from '../net/reach-places.ts';
import type { SoundnessFinding } from '../report.ts';
import { statesBefore } from '../space/endless-states.ts';
import type { ScopeSpace } from '../space/explore-scope.ts';
import { holds, placesIn, type Marking } from '../space/marking.ts';
import type { ScopeView } from '../trace/scope-view.ts';
import { stepsTo } from '../trace/trace-steps.ts';
import { findingOf } from './finding.ts';

/** Where tokens wait although nothing before them waits: what comes later only suffers from it. */
const rootsOf = (
  { space }: ScopeView,
  places: readonly Place[],
  ancestors: (element: ElementIndex) => ReadonlySet<ElementIndex>,
): readonly Place[] => {
  const elementOf = (place: Place): ElementIndex => space.net.places[place]?.element ?? 0;
  const elements = places.map(elementOf);
  const roots = places.filter((place) => {
    const before = ancestors(elementOf(place));
    return elements.every((element) => element === elementOf(place) || !before.has(element));
  });
  return roots.length > 0 ? roots : places;
};

/** Whether what a parallel join lacks can never come any more, whatever else still moves. */
const isDoomed = ({ net }: ScopeSpace, { inputs }: Join, marking: Marking): boolean => {
  const missing = inputs.filter((input) => !holds(marking, input));
  if (missing.length === inputs.length || missing.length === 0) return false;
  const others = placesIn(marking).filter((place) => !inputs.includes(place));
  const reached = reachPlaces(net, others, { partners: 'needed' });
  return missing.some((input) => !reached.has(input));
};

/** The nearest state in which a stop is certain: what other tokens still do before it has nothing to do with it. */
const beginningOfStop = (space: ScopeSpace, stop: number, join: Join): number => {
  if (join.kind === 'inclusive') return stop;
  const before = statesBefore(space.nodes);
  const leading = new Set([stop]);
  for (const state of leading) for (const source of before[state] ?? []) leading.add(source);
  const doomed = [...leading].filter((state) => isDoomed(space, join, space.nodes[state]?.marking ?? ''));
  return doomed.reduce((nearest, state) => Math.min(nearest, state), stop);
};

const joinFinding = (view: ScopeView, stop: number, join: Join): SoundnessFinding => {
  const { graph, space } = view;
  const state = beginningOfStop(space, stop, join);
  const marking: Marking = space.nodes[state]?.marking ?? '';
  const { incoming } = elementAt(graph, join.element);
  const missing = incoming.filter((_, index) => !holds(marking, join.inputs[index] ?? 0));
  const sources = missing.map((flow) => flowAt(graph, flow).source);
  const code = join.branches.length === 0 ? 'SOUNDNESS_CHOICE_WITHOUT_WAY' : 'SOUNDNESS_DEADLOCK';
  return findingOf(graph, { code, elements: [join.element, ...sources], path: stepsTo(view, state) });
};

const findingAt = (view: ScopeView, state: number, place: Place): readonly SoundnessFinding[] => {
  const { graph, space } = view;
  const join = space.net.joins[place];
  if (join !== undefined && join !== null) return [joinFinding(view, state, join)];
  const content = space.net.places[place];
  // A sub-process that only ends by throwing is reported where it throws.
  if (content === undefined || content.flow === null) return [];
  const path = stepsTo(view, state);
  return [findingOf(graph, { code: 'SOUNDNESS_CHOICE_WITHOUT_WAY', elements: [content.element], path })];
};

/**
 * States in which nothing more can happen although tokens are left: the engine would keep them for ever.
 * Of each place the nearest such state.
 */
export const findDeadlocks = (view: ScopeView): readonly SoundnessFinding[] => {
  const { nodes, stuck, net } = view.space;
  const found = new Map<ElementIndex, readonly SoundnessFinding[]>();
  const ancestors = ancestorsIn(view.graph);
  for (const state of stuck) {
    for (const place of rootsOf(view, placesIn(nodes[state]?.marking ?? ''), ancestors)) {
      const element = net.places[place]?.element ?? 0;
      if (!found.has(element)) found.set(element, findingAt(view, state, place));
    }
  }
  return [...found.values()].flat();
};
