import type { TimerDefinition } from '@irisflow/bpmn';
import { startEventsOf } from '../../deployment/start-subscriptions.ts';
import type { Desk } from '../../desk/desk.ts';
import { CommandRefused, IncidentError } from '../../desk/failure.ts';
import type { StartTimer } from '../../state/definition-catalog.ts';
import { rescheduleTimer, type Schedule } from '../../timers/schedule-timer.ts';
import { done, type Handler } from '../../handling/handler.ts';

export const triggerStartTimer: Handler<'triggerStartTimer'> = (desk, { timerKey }) => {
  const timer = desk.state.definitions.startTimers.get(timerKey);
  if (timer === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to trigger timer with key '${timerKey}', but no such timer was found`,
    );
  }
  if (timer.dueAt > desk.now) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to trigger timer with key '${timerKey}', but it is not due yet`,
    );
  }
  desk.writeDefinitions({ kind: 'startTimerTriggered', key: timerKey });
  reopen(desk, timer);
  desk.followUp({
    kind: 'startInstance',
    definitionKey: timer.definitionKey,
    processInstanceKey: desk.nextKey<'elementInstance' | 'processInstance'>(),
    startEvent: timer.element,
    variables: '{}',
    startLock: null,
  });
  return done;
};

const reopen = (desk: Desk, timer: StartTimer): void => {
  const graph = desk.state.graph(timer.definitionKey);
  const event =
    graph === undefined ? undefined : startEventsOf(graph).find(({ index }) => index === timer.element)?.event;
  if (event?.kind !== 'timer') return;
  const next = nextStart(desk, event.timer, timer);
  if (next === null) return;
  const key = desk.nextKey<'subscription'>();
  desk.writeDefinitions({ kind: 'startTimerOpened', timer: { ...timer, ...next, key } });
};

/** A cycle that can no longer be read ends: there is no instance yet that could show an incident. */
const nextStart = ({ now }: Desk, definition: TimerDefinition, timer: StartTimer): Schedule | null => {
  try {
    return rescheduleTimer(definition, { now, variable: () => undefined }, timer);
  } catch (failure) {
    if (failure instanceof IncidentError) return null;
    throw failure;
  }
};
