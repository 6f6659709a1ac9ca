import type { EventDefinition } from '@irisflow/bpmn';
import { completeAtOnce } from '../run/effect.ts';
import type { ThrowBehavior, ThrowBehaviors } from './throw-behavior.ts';
import { throwCompensation } from './throw-compensation.ts';
import { throwError } from './throw-error.ts';
import { throwEscalation } from './throw-escalation.ts';
import { throwLink } from './throw-link.ts';
import { throwSignal } from './throw-signal.ts';
import { throwTerminate } from './throw-terminate.ts';

const goOn: ThrowBehavior<EventDefinition> = () => completeAtOnce;

const behaviors: ThrowBehaviors = {
  none: goOn,
  /** Without a job there is nobody to send it. */
  message: goOn,
  timer: goOn,
  conditional: goOn,
  signal: throwSignal,
  error: throwError,
  escalation: throwEscalation,
  compensation: throwCompensation,
  terminate: throwTerminate,
  link: throwLink,
};

/** How an event of this definition is thrown. */
export const throwBehaviorOf = (definition: EventDefinition): ThrowBehavior<EventDefinition> =>
  behaviors[definition.kind] as ThrowBehavior<EventDefinition>;
