import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings, Mailer } from '@irisflow/casework';
import type { Bell, SealedBox } from '@irisflow/foundation';
import type { Trouble } from './views/webhook.ts';

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The status of an answer, or why there was none. */
export type WebhookOutcome = { readonly status: number } | { readonly trouble: Trouble };

/** Sends one message through the guard of all outgoing connections, and gives up when told to; never fails. */
export type WebhookSender = (request: WebhookRequest, signal: AbortSignal) => Promise<WebhookOutcome>;

/** What webhooks need beside casework. */
export interface WebhooksSurroundings extends CaseworkSurroundings {
  /** Null where nothing is sent: what is told waits. */
  readonly webhookSender: WebhookSender | null;
  readonly webhookSecrets: SealedBox;
  /** Rung when a person wants something sent now. */
  readonly webhookBell: Bell;
  /** Sends a mail of the platform itself; null where it sends none. */
  readonly mailer: Mailer | null;
}

export type Surroundings = WebhooksSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
