import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Underway } from './underway.ts';

/** Something that the platform offered to somebody outside, under its own key. */
export interface Offer {
  readonly key: string;
  /** Of what was said with it. */
  readonly hash: string;
  /** How it is called in what was said: the letter, the payment. */
  readonly reference: string;
}

export interface OfferRecorder {
  readonly what: string;
  readonly url: string;
  offers(): readonly Offer[];
  stop(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Stands before somebody outside and writes down every offer, the repeated ones too. */
export const recordOffers = async (target: string, what: string, underway: Underway): Promise<OfferRecorder> => {
  const offers: Offer[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const { authorization = '', 'content-type': type = 'application/json', 'idempotency-key': key } = request.headers;
    if (typeof key === 'string') {
      const { reference } = JSON.parse(body.toString()) as { reference: string };
      offers.push({ key, reference, hash: createHash('sha256').update(body).digest('hex') });
    }
    const answer = await fetch(`${target}${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers: {
        authorization,
        'content-type': type,
        ...(typeof key === 'string' ? { 'idempotency-key': key } : {}),
      },
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    // Whoever hung up hears nothing any more.
    void underway.during(what, () => pass(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    what,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    offers: () => offers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
