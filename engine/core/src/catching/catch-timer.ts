import type { EventDefinition } from '@irisflow/bpmn';
import { scheduleTimer } from '../timers/schedule-timer.ts';
import type { CatchBehavior } from './catch-behavior.ts';

/** Waits for an instant; one in the past is due at once. */
export const catchTimer: CatchBehavior<Extract<EventDefinition, { kind: 'timer' }>> = ({ timer }, context) => ({
  kind: 'timer',
  ...scheduleTimer(timer, context),
});
