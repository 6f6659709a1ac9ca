import type { EventDefinition } from '@irisflow/bpmn';
import { evaluateText } from '../expression/evaluate-expression.ts';
import type { CatchBehavior } from './catch-behavior.ts';

/** Waits for a signal by name; the name is evaluated once. */
export const catchSignal: CatchBehavior<Extract<EventDefinition, { kind: 'signal' }>> = ({ name }, context) => ({
  kind: 'signal',
  name: evaluateText(name, context),
});
