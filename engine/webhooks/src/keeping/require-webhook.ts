import { requireProcedureKeys } from '@irisflow/access';
import { CaseworkError, requireOutboundUrl } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { type WebhookEvent, webhookEvents } from '../views/webhook.ts';

export interface WebhookToMake {
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Null for every procedure of the administration. */
  readonly procedures: readonly string[] | null;
}

const MAX_NAME = 100;

const requireEvents = (events: readonly WebhookEvent[]): readonly WebhookEvent[] => {
  const wanted = webhookEvents.filter((event) => events.includes(event));
  if (wanted.length > 0) return wanted;
  throw new CaseworkError('INPUT_INVALID', 'Expected at least one event, but found none');
};

/** What is to be made, in the one way in which it is kept. */
export const requireWebhook = (surroundings: Surroundings, wanted: WebhookToMake): WebhookToMake => {
  const name = wanted.name.trim();
  if (name === '' || name.length > MAX_NAME)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a name of 1 to ${MAX_NAME} characters, but found ${name.length}`,
    );
  return {
    name,
    url: requireOutboundUrl(wanted.url, { ...surroundings, pointer: '/url' }),
    events: requireEvents(wanted.events),
    procedures: requireProcedureKeys(wanted.procedures),
  };
};
