import type { OnlinePayment } from '../storage/online-payments.ts';

const FIRST_MS = 2_000;
const MOST_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
/** After it can no longer be paid, a provider that does not answer is asked for a month. */
const KEPT_MS = 30 * 24 * HOUR_MS;

/**
 * When the provider is asked next, should it say nothing by itself: soon, then more and more rarely; null once it had a month to
 * say what became of it.
 */
export const nextAsk = ({ asks, expiresAt }: Pick<OnlinePayment, 'asks' | 'expiresAt'>, now: number): number | null => {
  const over = now - +new Date(expiresAt);
  if (over > KEPT_MS) return null;
  if (over > HOUR_MS) return now + HOUR_MS;
  return now + Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(asks, 10));
};
