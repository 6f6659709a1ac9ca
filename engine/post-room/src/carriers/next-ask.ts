const FIRST_MS = 10_000;
const MOST_MS = 6 * 3_600_000;
const HOUR_MS = 3_600_000;
/** A letter whose end nobody tells is asked for this long. */
const KEPT_MS = 90 * 24 * HOUR_MS;

const later = (asks: number, mostMs: number): number => Math.min(mostMs, FIRST_MS * 2 ** Math.min(asks, 20));

/** When a letter that no carrier took yet is handed over again. */
export const nextTry = (asks: number, now: number): number => now + later(asks, HOUR_MS);

/** When the carrier is asked next of a letter that it has, should it say nothing by itself; null once it had its time to. */
export const nextAsk = (
  { asks, since }: { readonly asks: number; readonly since: number },
  now: number,
): number | null => (now - since > KEPT_MS ? null : now + later(asks, MOST_MS));
