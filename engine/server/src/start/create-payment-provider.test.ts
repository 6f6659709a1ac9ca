import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createPaymentProvider, type OpenedProvider } from './create-payment-provider.ts';

const offered = {
  key: 'k'.repeat(22),
  administration: 'housing',
  amount: '125.00',
  communication: '+++090/9337/55493+++',
  description: 'Fee',
  locale: 'en',
  returnUrl: 'https://irisflow.example/en/my/payments/x/online',
  webhookUrl: 'https://irisflow.example/api/online-payments/notifications',
  expiresAt: Date.parse('2026-11-25T10:00:00Z'),
} as const;
const money = { value: '125.00', currency: 'EUR' };
const capture = { id: 'cap_1', amount: money, capturedAt: '2026-11-25T09:00:00Z' };
const whole = { id: 'pay_1', status: 'paid', captures: [capture] };

describe('the way to a payment provider', () => {
  const open: (FastifyInstance | OpenedProvider)[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const providerThat = async (answer: (origin: string) => { readonly status?: number; readonly body: unknown }) => {
    const app = fastify();
    const seen: { readonly headers: Record<string, unknown>; readonly body: unknown }[] = [];
    app.all('*', async ({ headers, body }, reply) => {
      seen.push({ headers, body });
      const { status = 200, body: said } = answer(url);
      return reply
        .status(status)
        .headers({ location: `${url}/elsewhere` })
        .send(said);
    });
    const url: string = await app.listen({ host: '127.0.0.1', port: 0 });
    const opened = createPaymentProvider({ url, key: 'secret', pages: '' });
    open.push(opened, app);
    return { provider: opened.provider, seen };
  };
  const created = (href: string) => ({ status: 201, body: { id: 'pay_1', _links: { checkout: { href } } } });
  const unavailable = expect.objectContaining({ code: 'PROVIDER_UNAVAILABLE' });

  it('asks under our key and the key of the payment, with amounts as decimal text', async () => {
    const { provider, seen } = await providerThat((origin) => created(`${origin}/pay/1`));
    expect(await provider.create(offered)).toMatchObject({ providerId: 'pay_1' });
    expect(seen[0]).toMatchObject({
      headers: { authorization: 'Bearer secret', 'idempotency-key': offered.key },
      body: { amount: money, reference: offered.communication, expiresAt: '2026-11-25T10:00:00.000Z' },
    });
  });

  it.each(['https://evil.example/pay/1', 'javascript:alert(1)', '//evil.example', '/pay/1'])(
    'sends nobody to %s, which is not of its pages',
    async (href) => {
      const { provider } = await providerThat(() => created(href));
      await expect(provider.create(offered)).rejects.toEqual(unavailable);
    },
  );

  it('reads what it took in', async () => {
    const { provider } = await providerThat(() => ({ body: whole }));
    expect(await provider.read('pay_1')).toEqual({
      state: 'paid',
      captures: [{ id: 'cap_1', amount: '125.00', at: Date.parse(capture.capturedAt) }],
    });
  });

  it.each([
    ['speaks of another payment', { body: { ...whole, id: 'pay_2' } }],
    ['took dollars in', { body: { ...whole, captures: [{ ...capture, amount: { ...money, currency: 'USD' } }] } }],
    ['writes a number', { body: { ...whole, captures: [{ ...capture, amount: { ...money, value: 125 } }] } }],
    ['knows a state that we do not', { body: { ...whole, status: 'splendid' } }],
    ['does not say when', { body: { ...whole, captures: [{ ...capture, capturedAt: 'yesterday' }] } }],
    ['answers no JSON', { body: '<html>' }],
    ['is away', { status: 503, body: {} }],
    ['leads elsewhere', { status: 302, body: {} }],
    ['answers without end', { body: 'x'.repeat(100_000) }],
  ])('is not believed where it %s', async (_, answer) => {
    const { provider } = await providerThat(() => answer);
    await expect(provider.read('pay_1')).rejects.toEqual(unavailable);
  });

  it('asks at no other address, whatever the key of a payment looks like', async () => {
    const { provider, seen } = await providerThat(() => ({ body: { ...whole, id: '../../admin?x=' } }));
    await provider.read('../../admin?x=');
    expect(seen).toHaveLength(1);
  });
});
