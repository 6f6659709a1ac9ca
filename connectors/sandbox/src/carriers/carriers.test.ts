import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../index.ts';

const pdf = Buffer.from('%PDF-1.7 a letter').toString('base64');
const letter = {
  reference: 'n1-registered',
  account: '00012345',
  sender: { name: 'Housing' },
  subject: 'Invitation <b>',
  recipient: { lines: ['Noa Peeters', 'Rue Haute 12', '1000 Bruxelles'] },
  document: { mediaType: 'application/pdf', content: pdf },
  webhookUrl: 'http://localhost:1/hook',
};
interface Answered {
  readonly id: string;
  readonly number: string | null;
  readonly events: readonly { readonly status: string }[];
}

describe('the carriers that the sandbox plays', () => {
  let sandbox: Sandbox;
  let now = Date.parse('2026-11-25T09:00:00Z');
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0, lateMs: 1, now: () => now });
  });
  afterAll(() => sandbox.stop());

  const call = (path: string, body?: object, key = 'k', way: 'registered' | 'ebox' = 'registered') =>
    fetch(`${sandbox.carriers[way].url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${sandbox.carriers[way].key}`, 'idempotency-key': key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const post = (path: string, form: Record<string, string>) =>
    fetch(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  const answered = async (answer: Promise<Response>) => (await (await answer).json()) as Answered;

  it('have one letter under one key, with a number', async () => {
    const one = await answered(call('/letters', letter, 'a'));
    expect(one.number).toMatch(/^RS\d{9}BE$/);
    expect(await answered(call('/letters', letter, 'a'))).toEqual(one);
    expect((await answered(call('/letters', letter, 'b'))).id).not.toBe(one.id);
  });

  it('refuse another key of ours, a letter that is not whole, and one that there is not', async () => {
    const { url } = sandbox.carriers.registered;
    expect((await fetch(`${url}/letters/x`, { headers: { authorization: 'Bearer other' } })).status).toBe(401);
    expect(
      (await call('/letters', { ...letter, document: { mediaType: 'application/pdf', content: 'x' } })).status,
    ).toBe(400);
    expect((await call('/letters', { ...letter, recipient: { nationalNumber: '85010112387' } })).status).toBe(400);
    expect((await call('/letters/x')).status).toBe(404);
  });

  it('show of a national number what tells people apart, and no more; a letter of one way is no letter of the other', async () => {
    const { id } = await answered(
      call('/letters', { ...letter, recipient: { nationalNumber: '85010112387' } }, 'c', 'ebox'),
    );
    const page = await (await fetch(`${sandbox.url}/post/${id}`)).text();
    expect(page).toContain('••• 87');
    expect(page).toContain('Invitation &lt;b&gt;');
    expect(page).not.toContain('85010112387');
    expect((await call(`/letters/${id}`)).status).toBe(404);
  });

  it('do what is chosen: a letter that nobody fetches is unclaimed when fifteen days are over', async () => {
    const { id } = await answered(call('/letters', letter, 'd'));
    expect((await post(`/post/${id}`, { step: 'unclaimed-after-15-days', telling: 'never' })).status).toBe(303);
    const statuses = async () => (await answered(call(`/letters/${id}`))).events.map(({ status }) => status);
    expect(await statuses()).toEqual(['presented']);
    now += 15 * 24 * 3_600_000;
    expect(await statuses()).toEqual(['presented', 'unclaimed']);
    expect((await post(`/post/${id}`, { step: 'vanishes' })).status).toBe(404);
  });

  it('are away, lose an answer or do not know whom it is for, as often as is said', async () => {
    await post('/post/mode', { mode: 'unavailable', count: '1' });
    expect((await call('/letters', letter, 'e')).status).toBe(503);
    await post('/post/mode', { mode: 'answer-lost', count: '1' });
    await expect(call('/letters', letter, 'e')).rejects.toThrow('fetch failed');
    const { id } = await answered(call('/letters', letter, 'e'));
    await post('/post/mode', { mode: 'unknown-recipient', count: '1' });
    expect(await (await call('/letters', letter, 'f')).json()).toEqual({ code: 'addressUnknown' });
    await post(`/post/${id}`, { step: 'presented', telling: 'away' });
    expect((await call(`/letters/${id}`)).status).toBe(503);
    expect((await post('/post/mode', { mode: 'sleeps' })).status).toBe(400);
  });
});
