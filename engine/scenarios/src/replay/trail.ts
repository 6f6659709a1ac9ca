import type { EvaluatedDecision } from '@irisflow/dmn';
import type { CaseEvent } from '../case-log.ts';
import { eventsSince } from '../case-log.ts';
import type { CoreScenarioEngine } from '../core-engine.ts';
import type { Mark, ReplayedCase } from './replayed-case.ts';

const rulesOf = ({ decisionId, matchedRules }: EvaluatedDecision): string[] =>
  matchedRules.map(({ index }) => `${decisionId} ${index}`);

const markOf = (event: CaseEvent): Mark[] => {
  switch (event.kind) {
    case 'chose':
      return [
        { kind: 'chose', elementId: event.elementId, what: event.ways.map(({ to }) => to).toSorted(), silent: '' },
      ];
    case 'decided': {
      const silent = JSON.stringify(event.trace.map(({ decisionId, output }) => [decisionId, output]));
      return [{ kind: 'decided', elementId: event.elementId, what: event.trace.flatMap(rulesOf), silent }];
    }
    default:
      return [];
  }
};

/** What tells of the way of a case: choices and decisions as they were made, and the steps that it passed. */
export const trailOf = (engine: CoreScenarioEngine): Mark[] => [
  ...eventsSince(engine, 0).flatMap(markOf),
  ...engine
    .events()
    .flatMap((event): Mark[] =>
      event.kind === 'elementCompleted' && !event.elementType.endsWith('GATEWAY') && event.elementType !== 'PROCESS'
        ? [{ kind: 'passed', elementId: event.elementId, what: [], silent: '' }]
        : [],
    ),
];

/** Where two replays of a case part first. */
export type Parting =
  /** A gateway led elsewhere. */
  | {
      readonly kind: 'chose';
      readonly elementId: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  /** Other rules of a decision held, or the same ones answer otherwise. */
  | {
      readonly kind: 'decided';
      readonly elementId: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  /** After a step that both passed, another one came; null for none. */
  | {
      readonly kind: 'step';
      readonly elementId: string | null;
      readonly before: string | null;
      readonly after: string | null;
    };

/** The marks of one kind at one element, in order. */
const placeOf = ({ kind, elementId }: Mark): string => `${kind} ${elementId}`;

const partingInChoices = (before: readonly Mark[], after: readonly Mark[]): Parting | null => {
  const rest = new Map<string, Mark[]>();
  for (const mark of after) rest.set(placeOf(mark), [...(rest.get(placeOf(mark)) ?? []), mark]);
  for (const { kind, elementId, what, silent } of before) {
    const other = rest.get(`${kind} ${elementId}`)?.shift();
    if (kind === 'passed' || other === undefined) continue;
    if (other.what.join() === what.join() && other.silent === silent) continue;
    return { kind, elementId, before: what, after: other.what };
  }
  return null;
};

const stepsOf = (trail: readonly Mark[]): string[] =>
  trail.filter(({ kind }) => kind === 'passed').map(({ elementId }) => elementId);

const partingInSteps = (before: readonly string[], after: readonly string[]): Parting | null => {
  const shared = before.findIndex((elementId, at) => after[at] !== elementId);
  const at = shared === -1 ? before.length : shared;
  if (at === before.length && at === after.length) return null;
  return { kind: 'step', elementId: before[at - 1] ?? null, before: before[at] ?? null, after: after[at] ?? null };
};

/**
 * Where the way of a case parts from its way before: the first choice or decision that came out otherwise, and else the first step
 * that follows on another one. Null where both went the same way.
 */
export const partingOf = (before: ReplayedCase, after: ReplayedCase): Parting | null =>
  partingInChoices(before.trail, after.trail) ?? partingInSteps(stepsOf(before.trail), stepsOf(after.trail));
