import type { EventDefinition } from '@irisflow/bpmn';
import type { CatchBehavior, CatchBehaviors } from './catch-behavior.ts';
import { catchConditional } from './catch-conditional.ts';
import { catchMessage } from './catch-message.ts';
import { catchSignal } from './catch-signal.ts';
import { catchTimer } from './catch-timer.ts';

const foundWhenThrown = (): null => null;

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
export function catchBehaviorOf(definition: EventDefinition): CatchBehavior<EventDefinition> {
  return behaviors[definition.kind] as CatchBehavior<EventDefinition>;
}
