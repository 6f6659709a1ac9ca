import { createOriginFetch, type InboundResponse, type OutboundRequest } from '@irisflow/connector-sdk';
import { CaseworkError } from '@irisflow/foundation';
import type { Capture, OfferedPayment, PaymentProvider, ProviderWord } from '@irisflow/online-payments';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

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
const MAX_ANSWER_BYTES = 64 * 1024;
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

const jsonOf = <T extends Type.TSchema>(schema: T, { status, text }: InboundResponse): Type.Static<T> => {
  if (status !== 200 && status !== 201) throw unavailable(`its status was ${status}`);
  try {
    const value: unknown = JSON.parse(text);
    if (Value.Check(schema, value)) return value;
  } catch {
    // Said below.
  }
  throw unavailable('its answer was not as agreed');
};

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

/** Creates payments at a provider and asks it what became of them, over HTTP and at no other address than its own. */
export const createPaymentProvider = ({ url, key, pages }: ProviderSettings): OpenedProvider => {
  const way = createOriginFetch(url);
  const origin = new URL(pages === '' ? url : pages).origin;
  const send = async (request: Omit<OutboundRequest, 'timeoutMs' | 'maxBytes'>): Promise<InboundResponse> => {
    try {
      return await way.fetch({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${key}`, accept: 'application/json' },
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_ANSWER_BYTES,
      });
    } catch (thrown) {
      throw unavailable(thrown instanceof Error ? thrown.message : 'it did not');
    }
  };
  return {
    provider: {
      create: async (payment) => {
        const created = jsonOf(
          Created,
          await send({
            url: `${url}/payments`,
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': payment.key },
            body: JSON.stringify(bodyOf(payment)),
          }),
        );
        return { providerId: created.id, page: pageOn(origin, created._links.checkout.href) };
      },
      read: async (providerId) => {
        const read = jsonOf(Read, await send({ url: `${url}/payments/${encodeURIComponent(providerId)}` }));
        if (read.id !== providerId) throw unavailable('it spoke of another payment');
        return { state: stateOf[read.status], captures: read.captures.map(captureOf) };
      },
    },
    close: () => way.close(),
  };
};
