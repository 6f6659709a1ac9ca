import type { EventDefinition } from '@irisflow/bpmn';
import { isInterrupting } from '../catching/open-catches.ts';
import type { Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { fireEvent } from '../lifecycle/fire-event.ts';
import { emit, enqueue } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { contextOf, evaluateText } from '../expression/evaluate-expression.ts';
import { findCatcher } from './find-catcher.ts';
import type { ThrowBehavior } from './throw-behavior.ts';

/** The thrower goes on, unless the catcher interrupts it. An escalation that nobody catches changes nothing. */
export const throwEscalation: ThrowBehavior<Extract<EventDefinition, { kind: 'escalation' }>> = (
  run,
  definition,
  instance,
) => {
  const code = definition.code === null ? '' : evaluateText(definition.code, contextOf(run, instance.key));
  const { catcher } = findCatcher(run, instance, { kind: 'escalation', code });
  return { do: 'throwEscalation', code, catcher };
};

export const performEscalation = (
  run: Run,
  instance: ElementInstance,
  { code, catcher }: EffectOf<'throwEscalation'>,
): void => {
  emit(run, { kind: 'escalationThrown', key: instance.key, code, caught: catcher !== null });
  if (catcher !== null) fireEvent(run, catcher.owner, { catchElement: catcher.catchElement, variables: '{}' });
  if (catcher === null || !isInterrupting(catcher.catchElement)) enqueue(run, { do: 'complete', key: instance.key });
};
