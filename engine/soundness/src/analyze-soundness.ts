import { elementAt, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';

import { findDeadlocks } from './findings/find-deadlocks.ts';
import { findEndless } from './findings/find-endless.ts';
import { findMeetings } from './findings/find-meetings.ts';
import { findNeverReached } from './findings/find-never-reached.ts';
import { findUnheard } from './findings/find-unheard.ts';
import { buildNet } from './net/build-net.ts';
import type { SoundnessFinding, SoundnessOptions, SoundnessReport } from './report.ts';
import { canComplete, exploreScope, type ScopeSpace } from './space/explore-scope.ts';
import { compensatedBoundaries } from './throws/compensated-boundaries.ts';
import { traceThrows, type ThrowTrace } from './throws/trace-throws.ts';
import { canStart, viewScopes } from './trace/view-scopes.ts';

/** A model of several hundred elements takes some thousands of states; a browser explores these in a second or two. */
const defaultBudget = 50_000;

type Spaces = Map<ElementIndex, ScopeSpace>;

/** A sub-process also comes to its end through an event sub-process that interrupts it. */
const endsByEvent = (graph: ExecutableProcess, throws: ThrowTrace, spaces: Spaces, scope: ElementIndex): boolean => {
  const element = elementAt(graph, scope);
  const events = 'eventSubProcesses' in element ? element.eventSubProcesses : [];
  return events.some((index) => {
    const event = elementAt(graph, index);
    if (event.kind !== 'eventSubProcess' || !event.interrupting || !canStart(graph, throws, event)) return false;
    const space = spaces.get(index);
    return space === undefined || canComplete(space);
  });
};

/** Each scope by itself, the inner ones first: for the scope around them they are one step. */
const exploreScopes = (graph: ExecutableProcess, throws: ThrowTrace, budget: number): Spaces => {
  const spaces: Spaces = new Map();
  const completes = (scope: ElementIndex): boolean => {
    const space = spaces.get(scope);
    return space === undefined || canComplete(space) || endsByEvent(graph, throws, spaces, scope);
  };
  let left = budget;
  // Children come after their scope in document order.
  for (const element of graph.elements.toReversed()) {
    if (!('children' in element)) continue;
    const space = exploreScope(buildNet({ graph, throws, canComplete: completes }, element.index), left);
    left = Math.max(0, left - space.states);
    spaces.set(element.index, space);
  }
  return spaces;
};

const unique = (findings: readonly SoundnessFinding[]): readonly SoundnessFinding[] => {
  const seen = new Map<string, SoundnessFinding>();
  for (const finding of findings) {
    const identity = `${finding.code} ${finding.elementId}`;
    const known = seen.get(identity);
    if (known === undefined || finding.path.length < known.path.length) seen.set(identity, finding);
  }
  return [...seen.values()];
};

const rank = { error: 0, warning: 1 } as const;

const inOrder = (graph: ExecutableProcess, findings: readonly SoundnessFinding[]): readonly SoundnessFinding[] =>
  findings.toSorted(
    (one, other) =>
      rank[one.severity] - rank[other.severity] ||
      (graph.indexById.get(one.elementId) ?? 0) - (graph.indexById.get(other.elementId) ?? 0),
  );

/**
 * Explores every state that the tokens of a process can be in and says what can go wrong, each with a way that leads there.
 *
 * Data is left open: any choice may go any way, any event may happen or not, any worker may throw any error. What is found
 * can thus happen with some data, unless conditions depend on each other; what is not found cannot happen with any.
 */
export const analyzeSoundness = (graph: ExecutableProcess, options: SoundnessOptions = {}): SoundnessReport => {
  const throws = traceThrows(graph);
  const compensated = compensatedBoundaries(graph);
  const spaces = exploreScopes(graph, throws, options.budget ?? defaultBudget);
  const views = viewScopes({ graph, spaces, throws, compensated });
  const messages = options.messages === undefined ? null : new Set(options.messages);
  const found = unique([
    ...views.flatMap((view) => [
      ...findDeadlocks(view),
      ...findEndless(view, { throws, spaces }),
      ...findMeetings(view),
    ]),
    ...findUnheard({ graph, views, throws, compensated, messages }),
  ]);
  const blamed = new Set(found.map(({ elementId }) => elementId));
  const findings = inOrder(graph, [...found, ...findNeverReached({ graph, views, blamed })]);
  const unfinished = views.filter(({ space }) => !space.isComplete).map(({ scope }) => elementAt(graph, scope).id);
  const states = views.reduce((sum, { space }) => sum + space.states, 0);
  return { findings, isComplete: unfinished.length === 0, states, unfinished };
};
