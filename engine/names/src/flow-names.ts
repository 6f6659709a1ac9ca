import { elementAt, flowAt, linkTargets, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';
import { localsOf, outputsOf, resultsOf } from './element-results.ts';
import { meet, nothingKnown, withWritten, type Knowledge } from './known-name.ts';
import type { ProcedureParts } from './procedure-parts.ts';

/** What is known at each element of a process, by its index. */
export interface FlowKnowledge {
  /** Before an element begins. */
  readonly before: ReadonlyMap<number, Knowledge>;
  /** What an element itself sees: its inputs too. */
  readonly within: ReadonlyMap<number, Knowledge>;
  /** What its outputs see: what its work gave too. */
  readonly inside: ReadonlyMap<number, Knowledge>;
  /** After it. */
  readonly after: ReadonlyMap<number, Knowledge>;
}

/** A loop adds names at most once around; more rounds than this add nothing that anybody would look for. */
const MAX_ROUNDS = 30;

interface Walk {
  readonly process: ExecutableProcess;
  readonly parts: ProcedureParts;
  readonly file: string;
  readonly entry: Knowledge;
  readonly linkedFrom: ReadonlyMap<number, readonly number[]>;
  readonly before: Map<number, Knowledge>;
  readonly within: Map<number, Knowledge>;
  readonly inside: Map<number, Knowledge>;
  readonly after: Map<number, Knowledge>;
  /** By element, whose knowledge its own follows from. */
  readonly needs: Map<number, readonly number[]>;
  /** When an element was visited, and when what is known at it last changed, in visits. */
  readonly visitedAt: Map<number, number>;
  readonly changedAt: Map<number, number>;
}

const isSame = (left: Knowledge | undefined, right: Knowledge): boolean =>
  left === right ||
  (left !== undefined &&
    left.isOpen === right.isOpen &&
    left.names.size === right.names.size &&
    [...right.names].every(([name, known]) => {
      const other = left.names.get(name);
      return (
        other === known ||
        (other !== undefined &&
          other.isCertain === known.isCertain &&
          other.origins.length === known.origins.length &&
          other.type.kind === known.type.kind)
      );
    }));

const known = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

const childrenOf = (element: ExecutableElement): readonly number[] => ('children' in element ? element.children : []);

/** While a scope runs: what it began with, and perhaps what any of its elements gave. */
const during = ({ within, after }: Walk, scope: ExecutableElement): Knowledge | undefined => {
  const begun = within.get(scope.index);
  if (begun === undefined) return undefined;
  return meet([begun, ...known(childrenOf(scope).map((child) => after.get(child)))], 'one');
};

const beforeBoundary = (
  walk: Walk,
  { attachedTo }: Extract<ExecutableElement, { kind: 'boundaryEvent' }>,
): Knowledge | undefined => {
  const attached = elementAt(walk.process, attachedTo);
  const began = walk.before.get(attachedTo);
  const running = during(walk, attached);
  return began === undefined || running === undefined ? began : withoutLocals(began, running, attached, walk);
};

/** Names that a scope only had for itself are not known outside of it. */
const withoutLocals = (outside: Knowledge, inner: Knowledge, scope: ExecutableElement, walk: Walk): Knowledge => {
  const locals = new Set(localsOf(scope, outside, walk).map(({ path: [name = ''] }) => name));
  if (locals.size === 0) return inner;
  const names = new Map([...inner.names].filter(([name]) => !locals.has(name)));
  for (const name of locals) {
    const before = outside.names.get(name);
    if (before !== undefined) names.set(name, before);
  }
  return { names, isOpen: inner.isOpen };
};

const beforeInScope = (walk: Walk, element: ExecutableElement): Knowledge | undefined => {
  if (element.scope === null) return walk.entry;
  const scope = elementAt(walk.process, element.scope);
  const isBeside = element.kind === 'eventSubProcess' || scope.kind === 'adHocSubProcess';
  return isBeside ? during(walk, scope) : walk.within.get(scope.index);
};

/** The elements from which one is reached: by a flow, by a link, or because its activity is compensated. */
const sourcesOf = ({ process, linkedFrom }: Walk, element: ExecutableElement): readonly number[] => [
  ...element.incoming.map((flow) => flowAt(process, flow).source),
  ...(linkedFrom.get(element.index) ?? []),
];

const beforeOf = (walk: Walk, element: ExecutableElement): Knowledge | undefined => {
  if (element.kind === 'boundaryEvent') return beforeBoundary(walk, element);
  const sources = sourcesOf(walk, element);
  if (sources.length === 0) return beforeInScope(walk, element);
  const paths = known(sources.map((source) => walk.after.get(source)));
  if (paths.length === 0) return undefined;
  return meet(paths, element.kind === 'parallelGateway' ? 'all' : 'one');
};

const withChildren = ({ process }: Walk, index: number): readonly number[] => [
  index,
  ...childrenOf(elementAt(process, index)),
];

const needsOf = (walk: Walk, element: ExecutableElement): readonly number[] => {
  const own = childrenOf(element);
  if (element.kind === 'boundaryEvent') return [...withChildren(walk, element.attachedTo), ...own];
  const sources = sourcesOf(walk, element);
  if (sources.length > 0) return [...sources, ...own];
  return element.scope === null ? own : [...withChildren(walk, element.scope), ...own];
};

/** What the elements of a scope gave when it ends. */
const innerEnd = (walk: Walk, element: ExecutableElement): Knowledge | undefined => {
  if (element.kind === 'adHocSubProcess') return during(walk, element);
  const ends = childrenOf(element).filter((child) => {
    const { kind, outgoing } = elementAt(walk.process, child);
    return outgoing.length === 0 && kind !== 'boundaryEvent' && kind !== 'eventSubProcess';
  });
  const paths = known(ends.map((end) => walk.after.get(end)));
  return paths.length === 0 ? undefined : meet(paths, 'one');
};

const afterScope = (walk: Walk, element: ExecutableElement, before: Knowledge): Knowledge | undefined => {
  const inner = innerEnd(walk, element);
  if (inner === undefined) return undefined;
  walk.inside.set(element.index, inner);
  const results = { written: [], isOpen: false };
  const outputs = outputsOf(element, { known: inner, results }, walk);
  const outside = element.outputs.length === 0 ? withoutLocals(before, inner, element, walk) : before;
  return withWritten(outside, outputs.written, outputs.isOpen);
};

const afterElement = (walk: Walk, element: ExecutableElement, before: Knowledge): Knowledge => {
  const within = walk.within.get(element.index) ?? before;
  const results = resultsOf(element, within, walk);
  const inside = withWritten(within, results.written, results.isOpen);
  walk.inside.set(element.index, inside);
  const outputs = outputsOf(element, { known: inside, results }, walk);
  return withWritten(before, outputs.written, outputs.isOpen);
};

const hasChildren = (element: ExecutableElement): boolean => childrenOf(element).length > 0;

/** Whether something that an element follows from changed since it was visited. */
const isStale = ({ needs, visitedAt, changedAt }: Walk, { index }: ExecutableElement): boolean => {
  const visited = visitedAt.get(index);
  return visited === undefined || (needs.get(index) ?? []).some((need) => (changedAt.get(need) ?? 0) > visited);
};

/** Whether anything became known that was not; `turn` counts the visits. */
const visit = (walk: Walk, element: ExecutableElement, turn: number): boolean => {
  const { index } = element;
  const before = isStale(walk, element) ? beforeOf(walk, element) : undefined;
  if (before === undefined) return false;
  walk.visitedAt.set(index, turn);
  const isNew = !isSame(walk.before.get(index), before);
  if (isNew) {
    walk.before.set(index, before);
    walk.within.set(index, withWritten(before, localsOf(element, before, walk)));
  }
  const after = hasChildren(element) ? afterScope(walk, element, before) : afterElement(walk, element, before);
  const isOther = after !== undefined && !isSame(walk.after.get(index), after);
  if (isOther) walk.after.set(index, after);
  if (isNew || isOther) walk.changedAt.set(index, turn);
  return isNew || isOther;
};

/** Where one goes on without a flow: at the other side of a link, or in the handler of a compensation. */
const targetOf = (element: ExecutableElement, linked: (thrower: ExecutableElement) => number | null): number | null => {
  if (element.kind === 'boundaryEvent') return element.compensationHandler;
  return element.kind === 'intermediateThrowEvent' ? linked(element) : null;
};

const linksOf = (process: ExecutableProcess): Map<number, number[]> => {
  const linked = linkTargets(process);
  const sources = new Map<number, number[]>();
  for (const element of process.elements) {
    const target = targetOf(element, linked);
    if (target !== null) sources.set(target, [...(sources.get(target) ?? []), element.index]);
  }
  return sources;
};

interface Entering {
  readonly parts: ProcedureParts;
  readonly file: string;
  /** What the process is started with. */
  readonly entry: Knowledge;
}

/**
 * What is known where in a process: forward along its flows until nothing is added. What every path brings is certain;
 * a path that was not walked yet says nothing against it.
 */
export const walkFlow = (process: ExecutableProcess, { parts, file, entry }: Entering): FlowKnowledge => {
  const walk: Walk = {
    process,
    parts,
    file,
    entry,
    linkedFrom: linksOf(process),
    before: new Map(),
    within: new Map(),
    inside: new Map(),
    after: new Map(),
    needs: new Map(),
    visitedAt: new Map(),
    changedAt: new Map(),
  };
  for (const element of process.elements) walk.needs.set(element.index, needsOf(walk, element));
  let turn = 0;
  for (let round = 0, isChanging = true; isChanging && round < MAX_ROUNDS; round += 1) {
    isChanging = false;
    for (const element of process.elements) {
      turn += 1;
      if (visit(walk, element, turn)) isChanging = true;
    }
  }
  return walk;
};

/** What is known on a flow or at an element of a process, by its id; nothing where there is no such. */
export const knowledgeAt = (
  process: ExecutableProcess,
  flow: FlowKnowledge,
  { id, at }: { readonly id: string; readonly at: 'within' | 'inside' },
): Knowledge => {
  const index = process.indexById.get(id);
  if (index !== undefined) return flow[at].get(index) ?? nothingKnown;
  const drawn = process.flows.find((one) => one.id === id);
  return (drawn === undefined ? undefined : flow.after.get(drawn.source)) ?? nothingKnown;
};
