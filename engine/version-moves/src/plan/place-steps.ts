import {
  elementAt,
  elementById,
  type ElementIndex,
  type ExecutableElement,
  type ExecutableProcess,
  shapeOf,
} from '@irisflow/bpmn';

/**
 * Why a step has no place in the other version: it is `gone` and nobody gave it one; the place is of another `kind`; what it
 * stands inside goes elsewhere (`scope`), or what it hangs on (`attached`); two events would become one (`twice`).
 */
export type Misfit = 'gone' | 'kind' | 'scope' | 'attached' | 'twice';

export interface Placing {
  readonly source: ExecutableProcess;
  /** Null when the other version has no such process. */
  readonly target: ExecutableProcess | null;
  /** Where a step goes that is not to go to the one of the same id. */
  readonly given: ReadonlyMap<string, string>;
}

export interface Placed {
  /** Ids of steps to ids of steps. */
  readonly places: ReadonlyMap<string, string>;
  readonly misfits: ReadonlyMap<string, Misfit>;
}

const depthOf = (process: ExecutableProcess, { scope }: ExecutableElement): number =>
  scope === null ? 0 : 1 + depthOf(process, elementAt(process, scope));

/** A process begins once: no case stands on its start event. Those inside an event sub-process wait for their event. */
const hasNoPlace = (process: ExecutableProcess, { kind, scope }: ExecutableElement): boolean =>
  kind === 'process' ||
  (kind === 'startEvent' && scope !== null && elementAt(process, scope).kind !== 'eventSubProcess');

/** What others stand inside or hang on comes first. */
const inOrder = (process: ExecutableProcess): ExecutableElement[] => {
  const rank = (element: ExecutableElement) =>
    2 * depthOf(process, element) + (element.kind === 'boundaryEvent' ? 1 : 0);
  return process.elements
    .filter((element) => !hasNoPlace(process, element))
    .toSorted((left, right) => rank(left) - rank(right));
};

interface Pair {
  readonly from: ExecutableElement;
  readonly to: ExecutableElement;
}

const isEvent = ({ kind }: ExecutableElement): boolean => kind === 'boundaryEvent' || kind === 'startEvent';

/** By the rules by which the engine refuses. */
const misfitOf = ({ from, to }: Pair, placed: ReadonlyMap<ElementIndex, ElementIndex>): Misfit | null => {
  if (shapeOf(from) !== shapeOf(to)) return 'kind';
  if (from.scope === null || placed.get(from.scope) !== to.scope) return 'scope';
  if (from.kind === 'boundaryEvent' && to.kind === 'boundaryEvent' && placed.get(from.attachedTo) !== to.attachedTo)
    return 'attached';
  return isEvent(from) && [...placed.values()].includes(to.index) ? 'twice' : null;
};

/** Gives each step of a process its place in another version of it: the one it was given, or that of the same id. */
export const placeSteps = ({ source, target, given }: Placing): Placed => {
  const placed = new Map<ElementIndex, ElementIndex>([[0, 0]]);
  const places = new Map<string, string>();
  const misfits = new Map<string, Misfit>();
  for (const from of inOrder(source)) {
    const to = target === null ? null : elementById(target, given.get(from.id) ?? from.id);
    const misfit = to === null ? 'gone' : misfitOf({ from, to }, placed);
    if (to === null || misfit !== null) {
      misfits.set(from.id, misfit ?? 'gone');
      continue;
    }
    placed.set(from.index, to.index);
    places.set(from.id, to.id);
  }
  return { places, misfits };
};
