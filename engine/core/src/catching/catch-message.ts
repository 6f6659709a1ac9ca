import type { Expression, MessageDefinition } from '@irisflow/bpmn';
import { isKind, numberText, type FeelContext } from '@irisflow/feel';
import { evaluateExpression, evaluateText, wrongType } from '../expression/evaluate-expression.ts';
import type { SubscriptionDraft } from './catch-behavior.ts';

/** Waits for a message by name and correlation key, both evaluated once, when the owner activates. */
export const catchMessage = (message: MessageDefinition, context: FeelContext): SubscriptionDraft => {
  const name = evaluateText(message.name, context);
  const correlationKey = message.correlationKey === null ? '' : evaluateCorrelationKey(message.correlationKey, context);
  return { kind: 'message', name, correlationKey };
};

/** A text, or a number that is written without its fraction. */
const evaluateCorrelationKey = (expression: Expression, context: FeelContext): string => {
  const evaluated = evaluateExpression(expression, context);
  const { value } = evaluated;
  if (typeof value === 'string') return value;
  if (isKind(value, 'number')) return numberText(typeof value === 'number' ? Math.trunc(value) : value);
  throw wrongType(expression, 'STRING or NUMBER', evaluated);
};
