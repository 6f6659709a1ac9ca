import type { Behavior } from './behavior.ts';
import type { Payment, PaymentBook } from './payment-book.ts';

export type PayerOptions = {
  readonly book: PaymentBook;
  /** How late a webhook is that is late. */
  readonly lateMs: number;
};

export type Payer = {
  /** Does what was chosen on the page; resolves when the payer is sent back. */
  readonly act: (payment: Payment, behavior: Behavior) => Promise<void>;
  /** Sends no more webhooks. */
  readonly stop: () => void;
};

/** Questions that meet a provider which is away. */
const SILENCES = 3;
const WEBHOOK_TIMEOUT_MS = 5_000;

/** Half of it, to the cent. */
const halfOf = (value: string): string => {
  const cents = BigInt(value.replace('.', '')) / 2n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
};

/** What becomes of the payment where it is not simply paid. */
const changes = (book: PaymentBook): { readonly [One in Behavior]?: (payment: Payment) => void } => ({
  refused: ({ id }) => book.change(id, { status: 'failed' }),
  abandons: ({ id }) => book.change(id, { status: 'canceled' }),
  'pays-twice': ({ id, value }) => {
    book.capture(id, value);
    book.capture(id, value);
  },
  'pays-half': ({ id, value }) => book.capture(id, halfOf(value)),
  'status-unavailable': ({ id, value }) => {
    book.capture(id, value);
    book.change(id, { silences: SILENCES });
  },
});

const tell = async ({ id, webhookUrl }: Payment): Promise<void> => {
  try {
    await fetch(webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
    });
  } catch {
    // Whoever is told nothing asks by itself.
  }
};

/** What the bank of the payer and the provider do with a payment. */
export const createPayer = ({ book, lateMs }: PayerOptions): Payer => {
  const timers = new Set<NodeJS.Timeout>();
  const changed = changes(book);
  /** After how long each webhook goes out; one at once unless said otherwise. */
  const told: { readonly [One in Behavior]?: readonly number[] } = {
    'webhook-late': [lateMs],
    'webhook-repeated': [0, 0, 200, 1_000],
    'webhook-before-return': [],
    'webhook-lost': [],
  };
  const tellLater = (payment: Payment, ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void tell(payment);
    }, ms);
    timers.add(timer);
  };
  return {
    act: async (payment, behavior) => {
      const change = changed[behavior] ?? (({ id, value }: Payment) => book.capture(id, value));
      change(payment);
      if (behavior === 'webhook-before-return') await tell(payment);
      for (const ms of told[behavior] ?? [0]) tellLater(payment, ms);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};
