import type { Change, EngineEvent } from '../event/engine-event.ts';
import type { EventOf } from '../event/tree-event.ts';

/** One line per event, as a person would tell it. */
export const writeStory = (changes: readonly Change[]): string =>
  changes.flatMap((change) => change.events.map(tell)).join('\n');

type Teller<Kind extends EngineEvent['kind']> = (event: EventOf<EngineEvent, Kind>) => string;

/** Events that have more to tell than their kind. */
const tellers: { readonly [Kind in EngineEvent['kind']]?: Teller<Kind> } = {
  flowTaken: ({ flowId }) => `over ${flowId}`,
  variableCreated: ({ name, value, scopeKey }) => `${name} = ${value} in ${scopeKey}`,
  variableUpdated: ({ name, value, scopeKey }) => `${name} = ${value} in ${scopeKey}`,
  jobCreated: ({ job }) => `${job.type} (${job.key}) for ${job.elementId}`,
  userTaskCreated: ({ task }) => `${task.key} for ${task.elementId}`,
  incidentCreated: ({ incident }) => `${incident.type} on ${incident.elementId}: ${incident.message}`,
  subscriptionOpened: ({ subscription }) =>
    `${subscription.kind} for ${subscription.catchElementId} (${subscription.key})`,
  messagePublished: ({ message }) => `${message.key} ${message.variables}`,
  processDeployed: ({ definition }) => `${definition.id} version ${definition.version}`,
};

const tell = (event: EngineEvent): string => {
  if ('elementId' in event) return `${event.elementId} (${event.key}) ${event.kind}`;
  const teller = tellers[event.kind] as ((event: EngineEvent) => string) | undefined;
  if (teller !== undefined) return `${event.kind} ${teller(event)}`;
  return 'key' in event ? `${event.kind} ${event.key}` : event.kind;
};
