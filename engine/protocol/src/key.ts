declare const noun: unique symbol;

/**
 * An engine-assigned key: a decimal string of 16 digits, so that string order equals numeric order.
 * The noun keeps keys of different things apart at compile time; a process instance key is also an element instance key.
 */
export type Key<Noun extends string> = string & { readonly [noun]: { readonly [N in Noun]: true } };

export type DeploymentKey = Key<'deployment'>;
export type ProcessDefinitionKey = Key<'processDefinition'>;
export type DecisionDefinitionKey = Key<'decisionDefinition'>;
export type DecisionRequirementsKey = Key<'decisionRequirements'>;
export type FormKey = Key<'form'>;
export type ResourceKey = Key<'resource'>;
export type ElementInstanceKey = Key<'elementInstance'>;
export type ProcessInstanceKey = Key<'elementInstance' | 'processInstance'>;
export type VariableKey = Key<'variable'>;
export type JobKey = Key<'job'>;
export type UserTaskKey = Key<'userTask'>;
export type IncidentKey = Key<'incident'>;
export type MessageKey = Key<'message'>;
export type SignalKey = Key<'signal'>;
export type SubscriptionKey = Key<'subscription'>;
export type TimerKey = Key<'subscription'>;
export type DecisionEvaluationKey = Key<'decisionEvaluation'>;
export type ConditionalEvaluationKey = Key<'conditionalEvaluation'>;

const keyBase = 2_251_799_813_685_248;

/** The n-th key of partition 1, counted from 1. */
export const keyAt = <Noun extends string>(sequence: number): Key<Noun> => String(keyBase + sequence) as Key<Noun>;

/** The inverse of `keyAt`; NaN for what is no key. */
export const sequenceOf = (key: string): number => Number(key) - keyBase;

/** Whether a text from outside has the shape of a key: 1 to 19 digits. */
export const isKeyText = (text: string): boolean => /^\d{1,19}$/.test(text);
