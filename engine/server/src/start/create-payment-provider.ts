import { CaseworkError } from '@irisflow/foundation';
import type { Capture, OfferedPayment, PaymentProvider, ProviderWord } from '@irisflow/online-payments';
import { Type } from 'typebox';
import { openService, type Question } from './open-service.ts';

export interface ProviderSettings {
  /** Where its API is. */
  readonly url: string;
  readonly key: string;
  /** Origin of the pages on which people pay; empty where it is that of the API. */
  readonly pages: string;
}

export interface OpenedProvider {
  readonly provider: PaymentProvider;
  readonly close: () => Promise<void>;
}

const TIMEOUT_MS = 10_000;
/** What it took in for one payment; more is no answer of a provider. */
const MOST_CAPTURES = 100;

const Money = Type.Object({ value: Type.String({ pattern: '^\\d{1,12}\\.\\d{2}$' }), currency: Type.Literal('EUR') });
const Id = Type.String({ minLength: 1, maxLength: 200 });
const Created = Type.Object({ id: Id, _links: Type.Object({ checkout: Type.Object({ href: Type.String() }) }) });
const Read = Type.Object({
  id: Id,
  status: Type.Enum(['open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired']),
  captures: Type.Array(Type.Object({ id: Id, amount: Money, capturedAt: Type.String() }), { maxItems: MOST_CAPTURES }),
});
type Status = Type.Static<typeof Read>['status'];

const stateOf: Readonly<Record<Status, ProviderWord['state']>> = {
  open: 'open',
  pending: 'open',
  authorized: 'open',
  paid: 'paid',
  failed: 'refused',
  canceled: 'abandoned',
  expired: 'expired',
};

const unavailable = (why: string): CaseworkError =>
  new CaseworkError('PROVIDER_UNAVAILABLE', `Expected the payment provider to answer, but ${why}`);

const bodyOf = (payment: OfferedPayment) => ({
  amount: { value: payment.amount, currency: 'EUR' },
  reference: payment.communication,
  description: payment.description,
  locale: payment.locale,
  redirectUrl: payment.returnUrl,
  webhookUrl: payment.webhookUrl,
  expiresAt: new Date(payment.expiresAt).toISOString(),
  metadata: { administration: payment.administration, onlinePayment: payment.key },
});

const captureOf = ({ id, amount, capturedAt }: Type.Static<typeof Read>['captures'][number]): Capture => {
  const at = Date.parse(capturedAt);
  if (Number.isNaN(at)) throw unavailable('it did not say when it took money in');
  return { id, amount: amount.value, at };
};

/** Whoever answers in the provider's name must not send people elsewhere. */
const pageOn = (origin: string, href: string): string => {
  if (URL.canParse(href) && new URL(href).origin === origin) return href;
  throw unavailable('its page was not on its own pages');
};

/** Creates payments at a provider and asks it what became of them. */
export const createPaymentProvider = ({ url, key, pages }: ProviderSettings): OpenedProvider => {
  const service = openService({ url, key, timeoutMs: TIMEOUT_MS, unavailable });
  const origin = new URL(pages === '' ? url : pages).origin;
  const ask = async <T extends Type.TSchema>(schema: T, question: Question): Promise<Type.Static<T>> => {
    const answer = await service.ask(question);
    if (answer.status !== 200 && answer.status !== 201) throw unavailable(`its status was ${answer.status}`);
    return service.read(schema, answer);
  };
  return {
    provider: {
      create: async (payment) => {
        const post = { key: payment.key, body: bodyOf(payment) };
        const created = await ask(Created, { path: '/payments', post });
        return { providerId: created.id, page: pageOn(origin, created._links.checkout.href) };
      },
      read: async (providerId) => {
        const read = await ask(Read, { path: `/payments/${encodeURIComponent(providerId)}` });
        if (read.id !== providerId) throw unavailable('it spoke of another payment');
        return { state: stateOf[read.status], captures: read.captures.map(captureOf) };
      },
    },
    close: () => service.close(),
  };
};
