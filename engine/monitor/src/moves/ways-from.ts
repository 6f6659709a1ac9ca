import { type ExecutableElement, type ExecutableProcess, isActivity } from '@irisflow/bpmn';
import { withinFourEyes } from './kept-apart.ts';
import type { StepMove, StepWay } from '../views/monitor.ts';

type Kind = ExecutableElement['kind'];

/** Where a case can be put down: what begins, waits or works by itself. Ends are reached by going on, never by jumping. */
const isLanding = (kind: Kind): boolean =>
  isActivity(kind) || kind === 'intermediateCatchEvent' || kind === 'intermediateThrowEvent';

/** What holds others, and what others race from: to take one of them away would take more than one step. */
const rooted: ReadonlySet<Kind> = new Set<Kind>(['process', 'startEvent', 'boundaryEvent', 'eventSubProcess']);

const isLooping = (element: ExecutableElement): boolean => 'multiInstance' in element && element.multiInstance !== null;

const isHandler = (element: ExecutableElement): boolean => 'isForCompensation' in element && element.isForCompensation;

/** Ways that run side by side are counted together: who jumps over one would leave the others waiting for it. */
const isLoopedAround = ({ elements }: ExecutableProcess, { scope }: ExecutableElement): boolean => {
  for (let each = scope; each !== null; each = elements[each]?.scope ?? null) {
    const around = elements[each];
    if (around === undefined || isLooping(around) || around.kind === 'adHocSubProcess') return true;
  }
  return false;
};

/** A gateway where ways meet waits for all of them; put there alone, a case would pass without the others. */
const isMeeting = ({ kind, incoming }: ExecutableElement): boolean =>
  (kind === 'parallelGateway' || kind === 'inclusiveGateway') && incoming.length > 1;

const isBehindRace = ({ elements, flows }: ExecutableProcess, { incoming }: ExecutableElement): boolean =>
  incoming.some((flow) => elements[flows[flow]?.source ?? -1]?.kind === 'eventBasedGateway');

/** The steps of the same part of a process that a case can go on at by hand, those that come next anyway first. */
export const waysFrom = (process: ExecutableProcess, elementId: string, kept: ReadonlySet<number>): StepWay[] => {
  const { elements, flows, indexById } = process;
  const from = elements[indexById.get(elementId) ?? -1];
  if (from === undefined || rooted.has(from.kind) || isLooping(from) || isLoopedAround(process, from)) return [];
  const next = new Set(from.outgoing.map((flow) => flows[flow]?.target));
  const mayGoTo = withinFourEyes(process, from, kept);
  const ways = elements
    .filter((each) => each.scope === from.scope && each !== from && !isMeeting(each) && !isBehindRace(process, each))
    .filter((each) => next.has(each.index) || (isLanding(each.kind) && !isHandler(each)))
    .filter(mayGoTo)
    .map(({ index, id, kind }) => ({ elementId: id, kind, isNext: next.has(index) }));
  return [...ways.filter(({ isNext }) => isNext), ...ways.filter(({ isNext }) => !isNext)];
};

/** Work of people is theirs, and what holds others is none: all else that a case stands at can be moved. */
export const isMovable = (process: ExecutableProcess, elementId: string, standsStill: boolean): boolean => {
  const kind = process.elements[process.indexById.get(elementId) ?? -1]?.kind;
  if (kind === undefined || rooted.has(kind)) return false;
  return standsStill || !['userTask', 'subProcess', 'adHocSubProcess', 'callActivity'].includes(kind);
};

/** A step that something stands at, with where it may go. */
export const standingAt = (
  process: ExecutableProcess,
  elementId: string,
  kept: ReadonlySet<number>,
): Omit<StepMove, 'elementInstanceKey'> => ({
  elementId,
  kind: process.elements[process.indexById.get(elementId) ?? -1]?.kind ?? 'undefinedTask',
  ways: waysFrom(process, elementId, kept),
});
