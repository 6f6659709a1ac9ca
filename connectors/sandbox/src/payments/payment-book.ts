import { randomBytes } from 'node:crypto';

export type PaymentStatus = 'open' | 'paid' | 'failed' | 'canceled' | 'expired';

export type Capture = { readonly id: string; readonly value: string; readonly capturedAt: string };

/** What somebody is to pay, as whoever created it said. */
export type AskedPayment = {
  readonly value: string;
  readonly reference: string;
  readonly description: string;
  readonly locale: string;
  readonly redirectUrl: string;
  readonly webhookUrl: string;
  readonly expiresAt: string;
};

export type Payment = AskedPayment & {
  readonly id: string;
  readonly status: PaymentStatus;
  readonly captures: readonly Capture[];
  /** Questions about it that meet a provider which is away. */
  readonly silences: number;
};

export type PaymentBook = {
  /** The payment that was created under this key already, or a new one. */
  readonly create: (key: string, asked: AskedPayment) => Payment;
  readonly find: (id: string) => Payment | undefined;
  readonly change: (id: string, change: Partial<Pick<Payment, 'status' | 'silences'>>) => void;
  /** Takes money in for it. */
  readonly capture: (id: string, value: string) => void;
};

const idOf = (prefix: string): string => `${prefix}_${randomBytes(12).toString('base64url')}`;

/** The payments of one sandbox; gone with it. */
export const createPaymentBook = (now: () => number = Date.now): PaymentBook => {
  const payments = new Map<string, Payment>();
  const byKey = new Map<string, string>();
  const find = (id: string): Payment | undefined => {
    const found = payments.get(id);
    const isOver = found?.status === 'open' && Date.parse(found.expiresAt) <= now();
    return found === undefined || !isOver ? found : { ...found, status: 'expired' };
  };
  const put = (id: string, change: (found: Payment) => Payment): void => {
    const found = find(id);
    if (found !== undefined) payments.set(id, change(found));
  };
  return {
    find,
    create: (key, asked) => {
      const known = find(byKey.get(key) ?? '');
      if (known !== undefined) return known;
      const payment: Payment = { ...asked, id: idOf('pay'), status: 'open', captures: [], silences: 0 };
      payments.set(payment.id, payment);
      byKey.set(key, payment.id);
      return payment;
    },
    change: (id, change) => put(id, (found) => ({ ...found, ...change })),
    capture: (id, value) =>
      put(id, (found) => ({
        ...found,
        status: 'paid',
        captures: [...found.captures, { id: idOf('cap'), value, capturedAt: new Date(now()).toISOString() }],
      })),
  };
};
