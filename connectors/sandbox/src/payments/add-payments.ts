import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_HEADERS } from '../pages/layout.ts';
import { parseObject } from '../sources/read-ssin.ts';
import { isBehavior } from './behavior.ts';
import { createPayer } from './payer.ts';
import { type AskedPayment, createPaymentBook, type Payment } from './payment-book.ts';
import { headersOf, paymentPage, unknownPaymentPage } from './payment-page.ts';

export type PaymentsOptions = {
  /** What a caller of the API has to show. */
  readonly key: string;
  /** How late a webhook is that is late. */
  readonly lateMs: number;
  /** Where the pages are, known once the server listens. */
  readonly origin: () => string;
};

/** Where the API of the provider is. */
export const PROVIDER_PATH = '/payment-provider';

type ById = { Params: { id: string } };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const askedOf = (body: string): AskedPayment | undefined => {
  const { amount, reference, description, locale, redirectUrl, webhookUrl, expiresAt } = parseObject(body);
  const { value, currency } = parseObject(JSON.stringify(amount ?? {}));
  const asked = {
    value: textOf(value),
    reference: textOf(reference),
    description: textOf(description),
    locale: textOf(locale),
    redirectUrl: textOf(redirectUrl),
    webhookUrl: textOf(webhookUrl),
    expiresAt: textOf(expiresAt),
  };
  const isWhole =
    /^\d{1,12}\.\d{2}$/.test(asked.value) &&
    currency === 'EUR' &&
    [asked.redirectUrl, asked.webhookUrl].every((url) => URL.canParse(url)) &&
    !Number.isNaN(Date.parse(asked.expiresAt));
  return isWhole ? asked : undefined;
};

const money = (value: string) => ({ value, currency: 'EUR' });

const viewOf = ({ id, status, value, reference, captures }: Payment, origin: string) => ({
  fictional: true,
  id,
  status,
  amount: money(value),
  reference,
  captures: captures.map((one) => ({ id: one.id, amount: money(one.value), capturedAt: one.capturedAt })),
  _links: { checkout: { href: `${origin}/pay/${id}` } },
});

/** Plays a payment provider: its API, its page, its webhooks; the page lets people choose what happens. */
export const addPayments = (app: FastifyInstance, { key, lateMs, origin }: PaymentsOptions): void => {
  const book = createPaymentBook();
  const payer = createPayer({ book, lateMs });
  app.addHook('onClose', async () => payer.stop());

  const requireKey = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.headers.authorization !== `Bearer ${key}`) await reply.status(401).send({ title: 'Expected our key.' });
  };
  app.post<{ Body: string }>(`${PROVIDER_PATH}/payments`, { onRequest: requireKey }, async (request, reply) => {
    const asked = askedOf(request.body);
    const idempotencyKey = request.headers['idempotency-key'];
    if (asked === undefined || typeof idempotencyKey !== 'string')
      return reply.status(422).send({ title: 'Expected a whole payment with an idempotency-key.' });
    return reply.status(201).send(viewOf(book.create(idempotencyKey, asked), origin()));
  });
  app.get<ById>(`${PROVIDER_PATH}/payments/:id`, { onRequest: requireKey }, async (request, reply) => {
    const payment = book.find(request.params.id);
    if (payment === undefined) return reply.status(404).send({ title: 'Expected a payment, but there is none.' });
    if (payment.silences > 0) {
      book.change(payment.id, { silences: payment.silences - 1 });
      return reply.status(503).send({ title: 'Away for a moment.' });
    }
    return viewOf(payment, origin());
  });
  app.get<ById>('/pay/:id', async (request, reply) => {
    const payment = book.find(request.params.id);
    return payment === undefined
      ? reply.status(404).headers(PAGE_HEADERS).send(unknownPaymentPage())
      : reply.headers(headersOf(payment)).send(paymentPage(payment));
  });
  app.post<ById & { Body: string }>('/pay/:id', async (request, reply) => {
    const payment = book.find(request.params.id);
    const behavior = new URLSearchParams(request.body).get('behavior');
    if (payment === undefined || !isBehavior(behavior)) return reply.status(404).send({ title: 'Expected a payment.' });
    if (payment.status === 'open') await payer.act(payment, behavior);
    return reply.redirect(payment.redirectUrl, 303);
  });
};
