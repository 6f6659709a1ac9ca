import type { ExecutableProcess } from '@irisflow/bpmn';
import type { TreeEvent } from '@irisflow/core';
import type { EvaluatedDecision } from '@irisflow/dmn';
import type { CaseEffect } from './case-effect.ts';
import type { CoreScenarioEngine } from './core-engine.ts';
import type { ScenarioStep } from './scenario.ts';

/** One thing that happened in a played case. Elements and flows are told by their ids. */
export type CaseEvent =
  | { readonly kind: 'began' }
  | { readonly kind: 'stepped'; readonly step: ScenarioStep }
  /** A connector answered; `error` is the code of the error that it threw. */
  | {
      readonly kind: 'answered';
      readonly elementId: string;
      readonly isAutomatic: boolean;
      readonly error: string | null;
    }
  | { readonly kind: 'did'; readonly elementId: string; readonly effect: CaseEffect }
  | {
      readonly kind: 'decided';
      readonly elementId: string;
      readonly trace: readonly EvaluatedDecision[];
      readonly failure: string | null;
    }
  /** A gateway chose among its ways. */
  | {
      readonly kind: 'chose';
      readonly elementId: string;
      /** The flows that it took, and where they lead. */
      readonly ways: readonly { readonly flowId: string; readonly to: string }[];
    }
  /** An event happened: one that was waited for, or the end of a way. */
  | { readonly kind: 'passed'; readonly elementId: string; readonly elementType: string }
  | { readonly kind: 'stuck'; readonly elementId: string; readonly message: string };

/** One line of the log of a played case. */
export interface CaseEntry {
  /** Epoch milliseconds on its clock. */
  readonly at: number;
  /** The act that caused it, from 0; -1 for the beginning. */
  readonly act: number;
  readonly event: CaseEvent;
}

const told = new Set<string>([
  'START_EVENT',
  'END_EVENT',
  'INTERMEDIATE_CATCH_EVENT',
  'INTERMEDIATE_THROW_EVENT',
  'BOUNDARY_EVENT',
  'RECEIVE_TASK',
]);

/** The drawing that an instance runs on. */
const graphOf = (engine: CoreScenarioEngine, processInstanceKey: string): ExecutableProcess | undefined => {
  for (const event of engine.events())
    if (event.kind === 'processInstanceCreated' && event.instance.key === processInstanceKey)
      return engine.inside.state.graph(event.instance.definitionKey);
  return undefined;
};

/** What a gateway chose; nothing where it has but one way. */
const choiceIn = (
  engine: CoreScenarioEngine,
  event: Extract<TreeEvent, { kind: 'elementCompleting' }>,
): CaseEvent[] => {
  const { elementId, element, flows = [] } = event;
  const graph = flows.length === 0 ? undefined : graphOf(engine, event.processInstanceKey);
  if (graph === undefined || (graph.elements[element]?.outgoing.length ?? 0) < 2) return [];
  const ways = flows.flatMap((index) => {
    const flow = graph.flows[index];
    return flow === undefined ? [] : [{ flowId: flow.id, to: graph.elements[flow.target]?.id ?? '' }];
  });
  return [{ kind: 'chose', elementId, ways }];
};

const elementOf = (engine: CoreScenarioEngine, key: string): string => {
  const found = engine.events().find((event) => event.kind === 'elementActivated' && event.key === key);
  return found?.kind === 'elementActivated' ? found.elementId : '';
};

const eventOf = (engine: CoreScenarioEngine, event: TreeEvent): CaseEvent[] => {
  switch (event.kind) {
    case 'elementCompleting':
      return choiceIn(engine, event);
    case 'elementCompleted': {
      const { elementId, elementType } = event;
      return told.has(elementType) ? [{ kind: 'passed', elementId, elementType }] : [];
    }
    case 'decisionEvaluated': {
      const { elementKey, trace, failure } = event;
      const elementId = elementOf(engine, elementKey);
      return [{ kind: 'decided', elementId, trace, failure: failure?.message ?? null }];
    }
    case 'incidentCreated': {
      const { elementId, message } = event.incident;
      return [{ kind: 'stuck', elementId, message }];
    }
    default:
      return [];
  }
};

/** What the engine did since its event of that index, as people would tell it. */
export const eventsSince = (engine: CoreScenarioEngine, index: number): readonly CaseEvent[] =>
  engine
    .events()
    .slice(index)
    .flatMap((event) => eventOf(engine, event));
