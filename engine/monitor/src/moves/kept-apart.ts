import type { ExecutableElement, ExecutableProcess } from '@irisflow/bpmn';
import type { ProcedureDescription } from '@irisflow/procedures';

/** The steps of a process that have to be done by somebody else than who did an earlier one, and what such steps are within. */
export type KeptSteps = (process: ExecutableProcess) => ReadonlySet<number>;

const withScopes = ({ elements }: ExecutableProcess, steps: readonly ExecutableElement[]): ReadonlySet<number> => {
  const all = new Set<number>();
  for (const step of steps)
    for (let each: number | null = step.index; each !== null; each = elements[each]?.scope ?? null) all.add(each);
  return all;
};

/** What four eyes are kept by, in the processes of one version. */
export const keptSteps = (
  { tasks }: Pick<ProcedureDescription, 'tasks'>,
  processes: readonly ExecutableProcess[],
): KeptSteps => {
  const kept = new Set(
    Object.entries(tasks)
      .filter(([, { separateFrom, separateFromActs = [] }]) => separateFrom.length > 0 || separateFromActs.length > 0)
      .map(([id]) => id),
  );
  const byId = new Map(processes.map((process) => [process.id, process]));
  // Whoever calls a process is past its tasks when it is over; those that call each other in a circle are looked at once.
  const isKept = (element: ExecutableElement, around: readonly string[]): boolean => {
    if (element.kind !== 'callActivity') return kept.has(element.id);
    const called = element.processId.kind === 'literal' ? byId.get(element.processId.text) : undefined;
    if (called === undefined || around.includes(called.id)) return false;
    return called.elements.some((each) => isKept(each, [...around, called.id]));
  };
  return (process) =>
    withScopes(
      process,
      process.elements.filter((each) => isKept(each, [process.id])),
    );
};

const isMeeting = ({ kind, incoming }: ExecutableElement): boolean =>
  (kind === 'parallelGateway' || kind === 'inclusiveGateway') && incoming.length > 1;

/** What comes before a step: the ends of flows, what a boundary event stands on, the other half of a link. */
const beforeOf = ({ elements, flows }: ExecutableProcess, element: ExecutableElement): number[] => {
  const sources = element.incoming.flatMap((flow) => flows[flow]?.source ?? []);
  if (element.kind === 'boundaryEvent') sources.push(element.attachedTo);
  if (element.kind === 'intermediateCatchEvent' && element.event.kind === 'link') {
    const { name } = element.event;
    for (const { kind, index, scope, ...each } of elements) {
      if (kind !== 'intermediateThrowEvent' || scope !== element.scope || !('event' in each)) continue;
      if (each.event.kind === 'link' && each.event.name === name) sources.push(index);
    }
  }
  return sources;
};

/**
 * The steps of its part of a process that a case may be put down at: those that it comes to, from where it stands or from the
 * beginning, without passing what four eyes are kept by. So nobody jumps over an approval, nor from what follows a no to what
 * follows a yes; the approval itself can always be gone back to.
 */
export const withinFourEyes = (
  process: ExecutableProcess,
  from: ExecutableElement,
  kept: ReadonlySet<number>,
): ((way: ExecutableElement) => boolean) => {
  const beside = process.elements.filter(({ scope }) => scope === from.scope);
  const passed = new Set(
    beside
      .filter((each) => each.kind === 'startEvent' || (each === from && !kept.has(each.index)))
      .map((each) => each.index),
  );
  const isReached = (each: ExecutableElement): boolean => {
    const before = beforeOf(process, each);
    return before.length > 0 && before[isMeeting(each) ? 'every' : 'some']((index) => passed.has(index));
  };
  for (let size = -1; size !== passed.size;) {
    ({ size } = passed);
    for (const each of beside) if (!kept.has(each.index) && isReached(each)) passed.add(each.index);
  }
  return (way) => kept.has(way.index) || isReached(way);
};
