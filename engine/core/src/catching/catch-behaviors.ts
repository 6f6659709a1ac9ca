import type { EventDefinition } from '@irisflow/bpmn';
import { evaluateText } from '../expression/evaluate-expression.ts';
import { scheduleTimer } from '../timers/schedule-timer.ts';
import type { CatchBehavior, CatchBehaviors } from './catch-behavior.ts';
import { catchMessage } from './catch-message.ts';
import { holds, type ConditionalEvent } from './condition.ts';

const foundWhenThrown = (): null => null;

/** The condition is asked again when variables change; one that is no condition at all shows at once. */
const catchConditional: CatchBehavior<ConditionalEvent> = (event, context) => {
  holds(event, context);
  return { kind: 'conditional' };
};

/** Waits for a signal by name; the name is evaluated once. */
const catchSignal: CatchBehavior<Extract<EventDefinition, { kind: 'signal' }>> = ({ name }, context) => ({
  kind: 'signal',
  name: evaluateText(name, context),
});

/** Waits for an instant; one in the past is due at once. */
const catchTimer: CatchBehavior<Extract<EventDefinition, { kind: 'timer' }>> = ({ timer }, context) => ({
  kind: 'timer',
  ...scheduleTimer(timer, context),
});

const behaviors: CatchBehaviors = {
  none: foundWhenThrown,
  message: ({ message }, context) => catchMessage(message, context),
  timer: catchTimer,
  signal: catchSignal,
  conditional: catchConditional,
  error: foundWhenThrown,
  escalation: foundWhenThrown,
  compensation: foundWhenThrown,
  terminate: foundWhenThrown,
  link: foundWhenThrown,
};

/** How an event of this definition is caught. */
export const catchBehaviorOf = (definition: EventDefinition): CatchBehavior<EventDefinition> =>
  behaviors[definition.kind] as CatchBehavior<EventDefinition>;
