import type { CatchBehavior } from './catch-behavior.ts';
import { holds, type ConditionalEvent } from './condition.ts';

/** The condition is asked again when variables change; one that is no condition at all shows at once. */
export const catchConditional: CatchBehavior<ConditionalEvent> = (event, context) => {
  holds(event, context);
  return { kind: 'conditional' };
};
