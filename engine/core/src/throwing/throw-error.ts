import type { EventDefinition } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { fireEvent } from '../lifecycle/fire-event.ts';
import { IncidentError } from '../desk/failure.ts';
import { contextOf, evaluateText } from '../expression/evaluate-expression.ts';
import { findCatcher } from './find-catcher.ts';
import type { ThrowBehavior } from './throw-behavior.ts';

/** The catcher ends the scope of the thrower. An error that nobody catches is an incident. */
export const throwError: ThrowBehavior<Extract<EventDefinition, { kind: 'error' }>> = (run, definition, instance) => {
  const code = definition.code === null ? '' : evaluateText(definition.code, contextOf(run, instance.key));
  const { catcher, codes } = findCatcher(run, instance, { kind: 'error', code });
  if (catcher === null) throw new IncidentError('UNHANDLED_ERROR_EVENT', uncaughtError(code, codes));
  return { do: 'throwError', catcher };
};

export const performError = (run: Run, { catcher }: EffectOf<'throwError'>): void => {
  fireEvent(run, catcher.owner, { catchElement: catcher.catchElement, variables: '{}' });
};

/** The sentence of the incident of an uncaught error. */
export const uncaughtError = (code: string, codes: readonly string[]): string => {
  const available =
    codes.length === 0
      ? 'no error is caught here'
      : `only these codes are caught: ${codes.map((known) => `'${known}'`).join(', ')}`;
  return `Expected the error '${code}' to be caught, but ${available}`;
};
