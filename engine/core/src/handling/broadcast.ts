import type { SignalKey } from '@irisflow/protocol';
import type { Desk } from '../desk/desk.ts';
import { startTriggerId } from '../state/definition-catalog.ts';

interface SignalText {
  readonly tenantId: string;
  readonly name: string;
  readonly variables: string;
}

/** Reaches everyone who waits now, and starts the latest versions that begin with the signal. Nobody is fine too. */
export const broadcast = (desk: Desk, { tenantId, name, ...rest }: SignalText): SignalKey => {
  const variables = rest.variables === '' || rest.variables === 'null' ? '{}' : rest.variables;
  const bucket = desk.state.bucket({ kind: 'signal', tenantId, name, correlationKey: '' });
  const key = desk.nextKey<'signal'>();
  desk.writeBucket(bucket, { kind: 'signalBroadcast', key, variables });
  for (const waiter of bucket.subscriptions.values()) {
    if (waiter.interrupting) desk.writeBucket(bucket, { kind: 'waiterRemoved', key: waiter.key });
    const { rootKey, key: subscriptionKey, definitionId } = waiter;
    desk.followUp({
      kind: 'triggerSubscription',
      rootKey,
      subscriptionKey,
      bucket: bucket.ref,
      messageKey: null,
      definitionId,
      variables,
    });
  }
  startInstances(desk, { tenantId, name, variables });
  return key;
};

const startInstances = (desk: Desk, { tenantId, name, variables }: SignalText): void => {
  const definitions =
    desk.state.definitions.startTriggers.get(startTriggerId('signal', tenantId, name))?.values() ?? [];
  for (const definition of definitions) {
    const trigger = definition.startTriggers.find((start) => start.kind === 'signal' && start.name === name);
    if (trigger === undefined) continue;
    desk.followUp({
      kind: 'startInstance',
      definitionKey: definition.key,
      processInstanceKey: desk.nextKey<'elementInstance' | 'processInstance'>(),
      startEvent: trigger.element,
      variables,
      startLock: null,
    });
  }
};
