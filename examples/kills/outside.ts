import { startSandbox } from '@irisflow/connector-sandbox';
import { daysLater } from '../journeys/kit/later.ts';
import { openOneBank, type Bank } from './bank.ts';
import { recordOffers, type OfferRecorder } from './offers.ts';
import type { Underway } from './underway.ts';

const DAY_MS = 24 * 3_600_000;

/** Everybody whom the platform deals with and whom nobody kills: carrier, payment provider, mail server, bank. */
export interface Outside {
  readonly sandboxUrl: string;
  readonly mailUrl: string;
  readonly letters: OfferRecorder;
  readonly payments: OfferRecorder;
  readonly bank: Bank;
  /** What leads the platform to them, and says how late it is. */
  environment(): Readonly<Record<string, string>>;
  today(): string;
  /** Lets days go by, for them at once and for the platform when it starts next. */
  passDays(days: number): void;
  stop(): Promise<void>;
}

export const openOutside = async (underway: Underway): Promise<Outside> => {
  let daysAhead = 0;
  const now = () => Date.now() + daysAhead * DAY_MS;
  const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(now());
  const sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0, now });
  const { registered } = sandbox.carriers;
  const letters = await recordOffers(registered.url, 'registered letters', underway);
  const payments = await recordOffers(sandbox.payments.url, 'online payments', underway);
  return {
    sandboxUrl: sandbox.url,
    mailUrl: sandbox.mailUrl,
    letters,
    payments,
    bank: openOneBank(today),
    today,
    passDays: (days) => {
      daysAhead += days;
    },
    environment: () => ({
      IRISFLOW_SMTP_URL: sandbox.smtpUrl,
      IRISFLOW_REGISTERED_URL: letters.url,
      IRISFLOW_REGISTERED_KEY: registered.key,
      IRISFLOW_PAYMENT_URL: payments.url,
      IRISFLOW_PAYMENT_KEY: sandbox.payments.key,
      IRISFLOW_PAYMENT_PAGES: sandbox.url,
      ...daysLater(daysAhead),
    }),
    stop: async () => {
      await letters.stop();
      await payments.stop();
      await sandbox.stop();
    },
  };
};
