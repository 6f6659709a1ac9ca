import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

export interface Receiver {
  /** As `host:port`. */
  readonly host: string;
  readonly received: Received[];
  /** How the next messages are answered; 204 unless said otherwise. */
  answers(how: (response: ServerResponse, received: Received) => void): void;
  close(): Promise<void>;
}

const taken = (response: ServerResponse): void => {
  response.writeHead(204).end();
};

/** A system of others on this machine that is told things. */
export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  let answer: (response: ServerResponse, one: Received) => void = taken;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8'), path: request.url ?? '' };
      received.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers: (how) => {
      answer = how;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
