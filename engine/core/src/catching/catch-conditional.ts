import type { CatchBehavior } from './catch-behavior.ts';
import type { EventDefinition } from '@irisflow/bpmn';

/** The condition itself is evaluated when variables change. */
export const catchConditional: CatchBehavior<Extract<EventDefinition, { kind: 'conditional' }>> = () => ({
  kind: 'conditional',
});
