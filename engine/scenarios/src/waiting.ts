import type { CoreScenarioEngine } from './core-engine.ts';
import type { Values } from './scenario.ts';
import { localVariables, visibleVariables } from './visible-variables.ts';

/** What a played case waits for, and thus what can be done next. */
export type Waiting =
  /** A connector whose answer only somebody can say. */
  | {
      readonly kind: 'connector';
      readonly key: string;
      readonly elementId: string;
      readonly type: string;
      readonly inputs: Values;
      readonly resultVariable: string;
    }
  | {
      readonly kind: 'task';
      readonly key: string;
      readonly elementId: string;
      /** The key of its form; null for a task without one. */
      readonly form: string | null;
      readonly groups: readonly string[];
      /** What its form can read. */
      readonly variables: Values;
    }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly elementId: string;
      readonly name: string;
      readonly correlationKey: string;
    }
  | { readonly kind: 'signal'; readonly key: string; readonly elementId: string; readonly name: string }
  | { readonly kind: 'timer'; readonly key: string; readonly elementId: string; readonly dueAt: number }
  | { readonly kind: 'incident'; readonly key: string; readonly elementId: string; readonly message: string };

const subscriptionsIn = ({ inside }: CoreScenarioEngine): Waiting[] =>
  inside.subscriptions().flatMap((subscription): Waiting[] => {
    const { key, catchElementId: elementId } = subscription;
    switch (subscription.kind) {
      case 'timer':
        return [{ kind: 'timer', key, elementId, dueAt: subscription.dueAt }];
      case 'message':
        return [
          {
            kind: 'message',
            key,
            elementId,
            name: subscription.name,
            correlationKey: subscription.correlationKey,
          },
        ];
      case 'signal':
        return [{ kind: 'signal', key, elementId, name: subscription.name }];
      case 'conditional':
        return [];
    }
  });

/** All that a case waits for; what holds it up comes first. */
export const waitingIn = (engine: CoreScenarioEngine): readonly Waiting[] => {
  const { inside } = engine;
  return [
    ...inside
      .incidents()
      .map(({ key, elementId, message }): Waiting => ({ kind: 'incident', key, elementId, message })),
    ...inside.jobs().flatMap(({ key, elementId, elementKey, type, headers, phase }): Waiting[] => {
      if (phase !== 'activatable') return [];
      const { resultVariable = '' } = JSON.parse(headers) as { resultVariable?: string };
      const inputs = localVariables(inside, elementKey);
      return [{ kind: 'connector', key, elementId, type, inputs, resultVariable }];
    }),
    ...inside.userTasks().map(({ key, elementId, elementKey, externalFormReference, attributes }): Waiting => ({
      kind: 'task',
      key,
      elementId,
      form: externalFormReference,
      groups: attributes.candidateGroups,
      variables: visibleVariables(inside, elementKey),
    })),
    ...subscriptionsIn(engine),
  ];
};
