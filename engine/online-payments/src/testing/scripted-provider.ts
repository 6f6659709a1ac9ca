import { CaseworkError } from '@irisflow/foundation';
import type { Capture, OfferedPayment, PaymentProvider, ProviderWord } from '../provider/payment-provider.ts';

interface Known {
  readonly offered: OfferedPayment;
  word: ProviderWord;
}

export interface ScriptedProvider {
  readonly provider: PaymentProvider;
  /** Every payment that was created, by the provider's key of it. */
  readonly payments: Map<string, Known>;
  /** Answers nothing to the next questions. */
  fail(times: number): void;
  /** What happens elsewhere while it thinks about the next question. */
  meanwhile(work: () => Promise<unknown>): void;
  /** Creates the next one, and dies before it says so. */
  loseAnswer(): void;
  /** Takes money in for a payment; `paid` unless told otherwise. */
  capture(providerId: string, amount: string, state?: ProviderWord['state']): Capture;
  say(providerId: string, state: ProviderWord['state']): void;
  /** How often it was asked. */
  reads(): number;
}

const knownIn = (payments: ReadonlyMap<string, Known>, providerId: string): Known => {
  const found = payments.get(providerId);
  if (found === undefined) throw new Error(`Expected a payment ${providerId}, but there is none`);
  return found;
};

/** Something that happens once while somebody waits. */
const interruption = () => {
  let next: () => Promise<unknown> = async () => undefined;
  return {
    set: (work: () => Promise<unknown>): void => {
      next = work;
    },
    happen: async (): Promise<void> => {
      const work = next;
      next = async () => undefined;
      await work();
    },
  };
};

/** A provider that does what a test says, with the keys and the idempotency of a real one. */
export const scriptedProvider = (now: () => number): ScriptedProvider => {
  const payments = new Map<string, Known>();
  let failures = 0;
  let isLosing = false;
  const elsewhere = interruption();
  let captures = 0;
  let reads = 0;
  const refuse = (): void => {
    if (failures === 0) return;
    failures -= 1;
    throw new CaseworkError('PROVIDER_UNAVAILABLE', 'Expected the provider to answer, but it is away');
  };
  const known = (providerId: string): Known => knownIn(payments, providerId);
  return {
    payments,
    provider: {
      create: async (offered) => {
        refuse();
        const providerId = `pay_${offered.key}`;
        const before = payments.get(providerId)?.offered;
        if (before === undefined) payments.set(providerId, { offered, word: { state: 'open', captures: [] } });
        else if (JSON.stringify(before) !== JSON.stringify(offered))
          throw new CaseworkError('PROVIDER_UNAVAILABLE', 'Expected the same payment under one key, but it is another');
        if (isLosing) {
          isLosing = false;
          throw new CaseworkError('PROVIDER_UNAVAILABLE', 'Expected an answer, but the connection broke');
        }
        return { providerId, page: `https://pages.example/${providerId}` };
      },
      read: async (providerId) => {
        reads += 1;
        const { word } = known(providerId);
        await elsewhere.happen();
        refuse();
        return word;
      },
    },
    fail: (times) => {
      failures = times;
    },
    meanwhile: elsewhere.set,
    loseAnswer: () => {
      isLosing = true;
    },
    capture: (providerId, amount, state = 'paid') => {
      const one = known(providerId);
      const capture = { id: `cap${(captures += 1)}`, amount, at: now() };
      one.word = { state, captures: [...one.word.captures, capture] };
      return capture;
    },
    say: (providerId, state) => {
      const one = known(providerId);
      one.word = { ...one.word, state };
    },
    reads: () => reads,
  };
};
