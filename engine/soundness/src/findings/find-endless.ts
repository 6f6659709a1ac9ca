import type { ElementIndex } from '@irisflow/bpmn';

import type { SoundnessFinding } from '../report.ts';
import { placesIn } from '../space/marking.ts';
import type { ScopeView } from '../trace/scope-view.ts';
import { stepsTo } from '../trace/trace-steps.ts';
import { endsFromOutside, type EndingSurroundings } from './ends-from-outside.ts';
import { findingOf } from './finding.ts';

const statesFrom = ({ space }: ScopeView, state: number): readonly number[] => {
  const states = new Set([state]);
  for (const at of states) for (const next of space.nodes[at]?.next ?? []) states.add(next);
  return [...states];
};

const elementsIn = ({ space }: ScopeView, states: readonly number[]): readonly ElementIndex[] => {
  const places = states.flatMap((state) => placesIn(space.nodes[state]?.marking ?? ''));
  const elements = new Set(places.map((place) => space.net.places[place]?.element ?? 0));
  return [...elements].sort((one, other) => one - other);
};

/** Circles without a way out, which nothing around them ends either: the instance goes on and on. */
export const findEndless = (view: ScopeView, surroundings: EndingSurroundings): readonly SoundnessFinding[] => {
  if (view.space.endless.length === 0 || endsFromOutside(view, surroundings)) return [];
  const findings: SoundnessFinding[] = [];
  const seen = new Set<number>();
  for (const state of view.space.endless) {
    if (seen.has(state)) continue;
    const trapped = statesFrom(view, state);
    for (const other of trapped) seen.add(other);
    // The state farthest in is in the circle itself; those before may only lead into it.
    const circle = statesFrom(view, trapped.at(-1) ?? state);
    const elements = elementsIn(view, circle);
    const path = stepsTo(view, circle[0] ?? state);
    findings.push(findingOf(view.graph, { code: 'SOUNDNESS_NO_WAY_TO_END', elements, path }));
  }
  return findings;
};
