import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createLetterCarrier, type OpenedCarrier } from './create-letter-carrier.ts';

const letter = {
  key: 'n1-registered',
  channel: 'registered',
  administration: 'housing',
  sender: 'Brussels Housing',
  account: '00012345',
  recipient: { kind: 'address', lines: ['Noa Peeters', 'Rue Haute 12', '1000 Bruxelles'] },
  subject: 'Invitation',
  language: 'fr',
  pdf: { name: 'letter.pdf', sha256: 'a'.repeat(64), bytes: Buffer.from('%PDF-1.7') },
  webhookUrl: 'https://irisflow.example/api/carriers/notifications',
} as const;
const event = { id: 'e1', status: 'presented', at: '2026-11-25T09:00:00Z' };
const whole = { id: 'ltr_1', number: 'RS000000001BE', events: [event] };

describe('the way to whoever carries letters', () => {
  const open: (FastifyInstance | OpenedCarrier)[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const carrierThat = async (answer: { readonly status?: number; readonly body: unknown }) => {
    const app = fastify();
    const seen: { readonly url: string; readonly headers: Record<string, unknown>; readonly body: unknown }[] = [];
    app.all('*', async ({ url: path, headers, body }, reply) => {
      seen.push({ url: path, headers, body });
      return reply
        .status(answer.status ?? 200)
        .headers({ location: `${url}/elsewhere` })
        .send(answer.body);
    });
    const url: string = await app.listen({ host: '127.0.0.1', port: 0 });
    const opened = createLetterCarrier({ url, key: 'secret' });
    open.push(opened, app);
    return { carrier: opened.carrier, seen };
  };
  const unavailable = expect.objectContaining({ code: 'CARRIER_UNAVAILABLE' });

  it('hands over under our key, with the paper and an address', async () => {
    const { carrier, seen } = await carrierThat({ status: 201, body: whole });
    expect(await carrier.handOver(letter)).toEqual({ isTaken: true, carrierId: 'ltr_1', number: 'RS000000001BE' });
    expect(seen[0]).toMatchObject({
      url: '/letters',
      headers: { authorization: 'Bearer secret', 'idempotency-key': letter.key },
      body: {
        reference: letter.key,
        recipient: { lines: letter.recipient.lines },
        document: { mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7').toString('base64') },
      },
    });
  });

  it('hands over to a mailbox by a number and nothing else', async () => {
    const { carrier, seen } = await carrierThat({ body: { id: 'ltr_2' } });
    const recipient = { kind: 'nationalNumber', number: '85010112387' } as const;
    expect(await carrier.handOver({ ...letter, channel: 'ebox', recipient })).toMatchObject({ number: null });
    expect(seen[0]?.body).toMatchObject({ recipient: { nationalNumber: '85010112387' } });
  });

  it.each([
    ['addressUnknown', 'unknownAddress'],
    ['mailboxInactive', 'inactiveMailbox'],
    ['constructor', 'notTaken'],
  ])('is told %s of a letter that is not taken', async (code, why) => {
    const { carrier } = await carrierThat({ status: 422, body: { code } });
    expect(await carrier.handOver(letter)).toEqual({ isTaken: false, why });
  });

  it('reads what happened, and passes over what says nothing of the letter', async () => {
    const more = ['accepted', 'inTransit', 'toString'].map((status) => ({ ...event, id: status, status }));
    const { carrier } = await carrierThat({ body: { ...whole, events: [...more, event] } });
    expect(await carrier.read('ltr_1')).toEqual({
      number: 'RS000000001BE',
      events: [{ id: 'e1', kind: 'presented', at: Date.parse(event.at) }],
    });
  });

  it.each([
    ['speaks of another letter', { body: { ...whole, id: 'ltr_2' } }],
    ['does not say when', { body: { ...whole, events: [{ ...event, at: 'yesterday' }] } }],
    ['gives a number that no label has', { body: { ...whole, number: '<script>' } }],
    ['answers no JSON', { body: '<html>' }],
    ['is away', { status: 503, body: {} }],
    ['leads elsewhere', { status: 302, body: {} }],
    ['answers without end', { body: 'x'.repeat(100_000) }],
  ])('is not believed where it %s', async (_, answer) => {
    const { carrier } = await carrierThat(answer);
    await expect(carrier.read('ltr_1')).rejects.toEqual(unavailable);
  });

  it('asks at no other address, whatever the key of a letter looks like', async () => {
    const { carrier, seen } = await carrierThat({ body: { ...whole, id: '../../admin?x=' } });
    await carrier.read('../../admin?x=');
    expect(seen.map(({ url }) => url)).toEqual(['/letters/..%2F..%2Fadmin%3Fx%3D']);
  });
});
