import { elementAt, type ExecutableProcess, type Expression, type StartEventElement } from '@irisflow/bpmn';
import type { FeelContext } from '@irisflow/feel';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused, IncidentError } from '../desk/failure.ts';
import { evaluateText } from '../expression/evaluate-expression.ts';
import type { ProcessDefinition, StartTimer, StartTrigger } from '../state/definition-catalog.ts';
import { scheduleTimer } from '../timers/schedule-timer.ts';

/** Expressions of start events see no variables: there is no instance yet. */
const startContext = (now: number): FeelContext => ({ now, variable: () => undefined });

/** The start events of the process itself. */
export const startEventsOf = (graph: ExecutableProcess): readonly StartEventElement[] => {
  const events = graph.startEvents.map((index) => elementAt(graph, index));
  return events.filter((element): element is StartEventElement => element.kind === 'startEvent');
};

/** The messages, signals and conditions that start the process. Refuses names that cannot be evaluated. */
export const startTriggersOf = (graph: ExecutableProcess, now: number): readonly StartTrigger[] =>
  startEventsOf(graph).flatMap(({ event, index: element, id: elementId }): StartTrigger[] => {
    const named = (expression: Expression) =>
      orRefuse(graph, elementId, () => evaluateText(expression, startContext(now)));
    switch (event.kind) {
      case 'message':
        return [{ kind: 'message', name: named(event.message.name), element, elementId }];
      case 'signal':
        return [{ kind: 'signal', name: named(event.name), element, elementId }];
      case 'conditional':
        return [{ kind: 'conditional', name: '', element, elementId }];
      default:
        return [];
    }
  });

/** A timer of a start event, before it gets its key. */
export type StartTimerDraft = Pick<StartTimer, 'element' | 'elementId' | 'dueAt' | 'repetitions'>;

/** When the process starts by itself next. Refuses timers that cannot be evaluated. */
export const startTimersOf = (graph: ExecutableProcess, now: number): readonly StartTimerDraft[] => {
  const timers: StartTimerDraft[] = [];
  for (const { event, index, id } of startEventsOf(graph)) {
    if (event.kind !== 'timer') continue;
    const schedule = orRefuse(graph, id, () => scheduleTimer(event.timer, startContext(now)));
    timers.push({ element: index, elementId: id, ...schedule });
  }
  return timers;
};

const orRefuse = <Result>(graph: ExecutableProcess, elementId: string, evaluate: () => Result): Result => {
  try {
    return evaluate();
  } catch (failure) {
    if (!(failure instanceof IncidentError)) throw failure;
    throw new CommandRefused('INVALID_ARGUMENT', `Process '${graph.id}', element '${elementId}': ${failure.message}`);
  }
};

export const openStartTimers = (
  desk: Desk,
  definition: ProcessDefinition,
  timers: readonly StartTimerDraft[],
): void => {
  for (const draft of timers) {
    const key = desk.nextKey<'subscription'>();
    desk.writeDefinitions({ kind: 'startTimerOpened', timer: { key, definitionKey: definition.key, ...draft } });
  }
};

export const closeStartTimers = (desk: Desk, definition: ProcessDefinition | undefined): void => {
  for (const timer of desk.state.definitions.startTimers.values()) {
    if (timer.definitionKey === definition?.key) desk.writeDefinitions({ kind: 'startTimerClosed', key: timer.key });
  }
};
