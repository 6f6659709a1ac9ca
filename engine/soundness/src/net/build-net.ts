import { elementAt, flowAt, type ElementIndex, type ExecutableElement } from '@irisflow/bpmn';

import { firingBoundaries } from './boundary-events.ts';
import { choicesOf } from './choices.ts';
import { leavingsOf, type Leaving, type Surroundings } from './leavings.ts';
import type { Branch, Join, Move, Net, Place, PlaceContent } from './net.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { rests } from './rests.ts';
import { sendersOf } from './senders.ts';

interface Draft {
  readonly surroundings: Surroundings;
  readonly places: PlaceContent[];
  readonly moves: Move[][];
  readonly joins: (Join | null)[];
  /** The places of an active element: the first where it begins, one more for each event that happened beside it. */
  readonly activePlaces: Map<ElementIndex, readonly Place[]>;
  readonly flowPlaces: Map<number, Place>;
}

const addPlaces = (draft: Draft, content: Omit<PlaceContent, 'twins'>, count: number): readonly Place[] => {
  const twins = Array.from({ length: count }, (_, phase) => draft.places.length + phase);
  for (const _ of twins) {
    draft.places.push({ ...content, twins });
    draft.moves.push([]);
    draft.joins.push(null);
  }
  return twins;
};

const layPlaces = (draft: Draft, element: ExecutableElement): void => {
  const { graph, throws } = draft.surroundings;
  const { index, incoming } = element;
  if (rests(element)) {
    const beside = firingBoundaries(graph, throws, element).filter(({ interrupting }) => !interrupting);
    draft.activePlaces.set(index, addPlaces(draft, { element: index, flow: null }, 1 + beside.length));
    return;
  }
  for (const flow of incoming) {
    const [place = 0] = addPlaces(draft, { element: index, flow }, 1);
    draft.flowPlaces.set(flow, place);
  }
};

const placeBehind = (draft: Draft, flow: number): Place => {
  const [active] = draft.activePlaces.get(flowAt(draft.surroundings.graph, flow).target) ?? [];
  return active ?? draft.flowPlaces.get(flow) ?? 0;
};

const branchOver = (draft: Draft, flows: readonly number[]): Branch => ({
  flows,
  puts: flows.map((flow) => placeBehind(draft, flow)),
});

const moveOf = (draft: Draft, takes: readonly Place[], leaving: Leaving): Move => ({
  ...leaving,
  ...branchOver(draft, leaving.flows),
  element: leaving.passes[0] ?? 0,
  takes,
});

/** Events that do not interrupt happen in document order and once each; more would only repeat what one shows. */
const addBoundaryMoves = (draft: Draft, element: ExecutableElement, active: readonly Place[]): void => {
  const { graph, throws } = draft.surroundings;
  let nextPhase = 1;
  for (const { index, outgoing, interrupting } of firingBoundaries(graph, throws, element)) {
    const leaving: Leaving = { kind: 'happened', outcome: 'goesOn', flows: outgoing, passes: [index] };
    const from = interrupting ? active : active.slice(0, nextPhase);
    const stays = interrupting ? [] : active.slice(nextPhase, nextPhase + 1);
    if (!interrupting) nextPhase += 1;
    for (const place of from) {
      const move = moveOf(draft, [place], leaving);
      draft.moves[place]?.push({ ...move, puts: [...stays, ...move.puts] });
    }
  }
};

const addJoin = (draft: Draft, element: ExecutableElement): void => {
  const { graph } = draft.surroundings;
  const inputs = element.incoming.map((flow) => placeBehind(draft, flow));
  const kind = element.kind === 'parallelGateway' ? 'parallel' : 'inclusive';
  const join: Join = {
    kind,
    element: element.index,
    inputs,
    branches: choicesOf(graph, element).map((flows) => branchOver(draft, flows)),
    senders: kind === 'inclusive' ? sendersOf(graph, element.index) : [],
  };
  for (const place of inputs) draft.joins[place] = join;
};

const isJoin = ({ kind, incoming }: ExecutableElement): boolean =>
  incoming.length > 1 && (kind === 'parallelGateway' || kind === 'inclusiveGateway');

const addMoves = (draft: Draft, element: ExecutableElement): void => {
  const active = draft.activePlaces.get(element.index);
  if (isJoin(element)) {
    addJoin(draft, element);
    return;
  }
  const places = active ?? element.incoming.map((flow) => placeBehind(draft, flow));
  for (const leaving of leavingsOf(draft.surroundings, element)) {
    for (const place of places) draft.moves[place]?.push(moveOf(draft, [place], leaving));
  }
  if (active !== undefined) addBoundaryMoves(draft, element, active);
};

/** Everything begins at a start event; in an ad-hoc sub-process all activities may, and their tokens meet at its joins. */
const startsOf = (draft: Draft, children: readonly ExecutableElement[], scope: ExecutableElement): readonly Move[] => {
  if (scope.kind !== 'adHocSubProcess') {
    const starts = children.filter(({ kind }) => kind === 'startEvent');
    const kind = scope.kind === 'eventSubProcess' ? 'happened' : 'started';
    return starts.flatMap((start) =>
      leavingsOf(draft.surroundings, start).map((leaving) => moveOf(draft, [], { ...leaving, kind })),
    );
  }
  const first = children.filter(({ incoming }) => incoming.length === 0);
  const puts = first.flatMap(({ index }) => draft.activePlaces.get(index)?.slice(0, 1) ?? []);
  const leaving: Leaving = { kind: 'started', outcome: 'goesOn', flows: [], passes: [scope.index] };
  return [{ ...moveOf(draft, [], leaving), puts }];
};

/** The net of one scope; what is inside its sub-processes is theirs. */
export const buildNet = (surroundings: Surroundings, scope: ElementIndex): Net => {
  const { graph } = surroundings;
  const element = elementAt(graph, scope);
  const all = 'children' in element ? element.children.map((index) => elementAt(graph, index)) : [];
  const children = all.filter(
    (child) => child.kind !== 'eventSubProcess' && !('isForCompensation' in child && child.isForCompensation),
  );
  const draft: Draft = {
    surroundings,
    places: [],
    moves: [],
    joins: [],
    activePlaces: new Map(),
    flowPlaces: new Map(),
  };
  for (const child of children) layPlaces(draft, child);
  for (const child of children) addMoves(draft, child);
  const { places, joins } = draft;
  const starts = startsOf(draft, children, element);
  const net: Net = { graph, scope, places, moves: draft.moves, joins, starts };
  return { ...net, moves: oneAtATime(net) };
};
