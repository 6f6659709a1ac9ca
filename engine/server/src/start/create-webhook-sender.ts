import { createEgress, type EgressPolicy, isRetried, refusedHostOf } from '@irisflow/connector-sdk';
import type { WebhookOutcome, WebhookSender } from '@irisflow/webhooks';

/** A receiver only has to say that it took a message; what it does with it, it does afterwards. */
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;

const troubleOf = (thrown: unknown): WebhookOutcome => {
  if (refusedHostOf(thrown) !== undefined) return { trouble: 'refusedAddress' };
  const message = thrown instanceof Error ? thrown.message : '';
  if (message.startsWith('TIMEOUT:')) return { trouble: 'timeout' };
  // What is refused and no host is an answer beyond its bounds.
  return { trouble: isRetried(thrown) ? 'unreachable' : 'answerTooLong' };
};

export interface OpenedSender {
  readonly send: WebhookSender;
  readonly close: () => Promise<void>;
}

/** Sends what systems of others are told, through the guard that keeps connectors from private and own addresses. */
export const createWebhookSender = (policy: EgressPolicy, timeoutMs = TIMEOUT_MS): OpenedSender => {
  const egress = createEgress(policy);
  return {
    send: async ({ url, headers, body }, signal) => {
      try {
        const { status } = await egress.fetch(
          { url, method: 'POST', headers, body, timeoutMs, maxBytes: MAX_ANSWER_BYTES },
          // The administrator who wrote the address allows it; where it leads is for the guard.
          { signal, reach: { kind: 'allowed', hosts: [new URL(url).host] } },
        );
        return { status };
      } catch (thrown) {
        return troubleOf(thrown);
      }
    },
    close: () => egress.close(),
  };
};
