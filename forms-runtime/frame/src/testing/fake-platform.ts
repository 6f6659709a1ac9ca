import { vi } from 'vitest';

/** One request as the platform would see it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What the platform answers: a body with status 200 unless said otherwise, or a broken line. */
export type Reply = { readonly status?: number; readonly body?: unknown } | 'connection lost';

export type Answering = (request: SeenRequest) => Reply | Promise<Reply>;

/** The body of a refusal, as the platform writes it. */
export const refusal = (status: number, code: string, errors?: readonly unknown[]): Reply => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...(errors && { errors }) },
});

const bodyOf = async (request: Request): Promise<unknown> => {
  const text = await request.text();
  return text === '' ? undefined : JSON.parse(text);
};

const respond = (reply: Exclude<Reply, string>): Response => {
  const { status = 200, body } = reply;
  const headers = { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' };
  return status === 204 ? new Response(null, { status }) : new Response(JSON.stringify(body), { status, headers });
};

/** Puts a platform at the other end of the network and lists what it was asked. */
export const installPlatform = (answering: Answering): readonly SeenRequest[] => {
  const seen: SeenRequest[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    const query = Object.fromEntries(searchParams);
    const asked = { method: request.method, path: pathname, query, body: await bodyOf(request) };
    seen.push(asked);
    const reply = await answering(asked);
    if (reply === 'connection lost') throw new TypeError('Failed to fetch');
    return respond(reply);
  });
  return seen;
};
