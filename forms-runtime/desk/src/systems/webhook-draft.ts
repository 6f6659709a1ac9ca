import type { WebhookView } from '@irisflow/client';
import { keysOf, type ChosenProcedures } from './ProcedureChoice.tsx';
import type { WebhookToMake } from './use-webhooks.ts';

export type WebhookEvent = WebhookView['events'][number];

export const webhookEvents = [
  'case.opened',
  'case.status.changed',
  'case.decided',
  'case.closed',
  'case.information.asked',
  'case.information.answered',
  'case.message.written',
] as const satisfies readonly WebhookEvent[];

export interface WebhookDraft {
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly procedures: ChosenProcedures;
}

export const blankWebhook: WebhookDraft = { name: '', url: '', events: [], procedures: { which: 'some', keys: [] } };

/** As the platform takes it; undefined while something is missing. */
export const webhookOf = (draft: WebhookDraft): WebhookToMake | undefined => {
  const { events } = draft;
  const [name, url] = [draft.name.trim(), draft.url.trim()];
  const procedures = keysOf(draft.procedures);
  if (name === '' || url === '' || events.length === 0 || procedures === undefined) return undefined;
  return { name, url, events, procedures };
};
