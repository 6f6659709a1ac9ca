import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { signMessage } from '../testing/sign-message.ts';
import { incomingWebhook } from '../testing/valid-bodies.ts';
import { givenPerson, visitor, type Answer, type Visitor } from '../testing/visitor.ts';

interface Made {
  readonly secret: string;
  readonly webhook: { readonly id: string; readonly address: string; readonly fields: unknown };
}
interface Logged {
  readonly senderId: string | null;
  readonly refusal: string | null;
  readonly caseId: string | null;
  readonly repeats: number;
}
interface Sent {
  readonly body?: unknown;
  /** Instead of the body as JSON. */
  readonly bytes?: string | Buffer;
  readonly id?: string;
  readonly at?: number;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const BODY_LIMIT = 262_144;
const DAY = 24 * 60;

describe.each([usualStore])('incoming webhooks, on %s', (kind) => {
  let given: TestPlatform;
  let housing: Visitor;
  let mobility: Visitor;
  let citizen: Visitor;
  let caseId = '';
  let reference = '';
  let made: Made;
  let ids = 0;
  /** Another network each time: what comes from one is bounded too. */
  let remoteAddress = '';

  const make = (more: object = {}, by: Visitor = housing): Promise<Made> =>
    by.ask<Made>('createIncomingWebhook', { body: { ...incomingWebhook, name: 'Garage', ...more } });
  const post = (webhookId: string, payload: string | Buffer, headers: Readonly<Record<string, string>>) =>
    given.app.inject({
      method: 'POST',
      url: `/api/hooks/${webhookId}`,
      remoteAddress,
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
  /** As a sender does it, by the words of Standard Webhooks. */
  const send = ({ secret, webhook }: Made, sent: Sent = {}): Promise<Answer> => {
    const { id = `m-${(ids += 1)}`, at = given.clock.now(), headers = {} } = sent;
    const bytes = Buffer.from(sent.bytes ?? JSON.stringify(sent.body ?? { case: reference, result: 'passed' }));
    return post(webhook.id, bytes, {
      ...signMessage(sent.secret ?? secret, { id, at, body: bytes }),
      ...headers,
    });
  };
  const logOf = async ({ webhook }: Made, by: Visitor = housing): Promise<Logged[]> =>
    (
      await by.ask<{ items: Logged[] }>('listIncomingDeliveries', {
        params: { incomingWebhookId: webhook.id },
        query: { limit: '100' },
      })
    ).items;
  const told = async (id = caseId) => {
    const rows = await given.database.query<{ message: { name: string; variables: unknown } }>(
      `select message from casework.outbox where case_id = $1 and message->>'system' is not null order by id`,
      [id],
    );
    return rows.map(({ message }) => message);
  };
  const newCase = async (): Promise<void> => {
    caseId = await givenCase(citizen, 'rent-aid');
    const [row] = await given.database.query('select reference from casework.case_file where id = $1', [caseId]);
    reference = String(row?.['reference']);
  };
  const pass = async (minutes: number, work: () => Promise<void>): Promise<void> => {
    given.clock.pass(minutes);
    try {
      await work();
    } finally {
      given.clock.pass(-minutes);
    }
  };
  const signIn = (name: string, administration: string) =>
    givenPerson(given.app, given.casework, { name, roles: ['agent', 'analyst', 'administrator'], administration });

  beforeAll(async () => {
    given = await openTestPlatform({}, kind);
    housing = await signIn('Hugo', 'brussels-housing');
    mobility = await signIn('Mia', 'brussels-mobility');
    await givenProcedure(housing, 'rent-aid');
  });
  beforeEach(async () => {
    ids += 1;
    citizen = await givenPerson(given.app, given.casework, { name: `Léa ${ids}`, roles: ['citizen'] });
    await newCase();
    made = await make();
    remoteAddress = `198.51.100.${ids % 250}`;
    await given.database.query('delete from casework.request_count');
  });
  afterAll(() => given.close());

  describe('tell the process of one case', () => {
    it('what was declared of what was sent, once, and the log says so without a word of it', async () => {
      const answer = await send(made, { id: 'first', body: { case: reference, result: 'passed', secret: 'Léa' } });
      expect(answer.statusCode).toBe(202);
      expect(answer.json()).toEqual({ id: expect.any(String) });
      expect(await told()).toMatchObject([
        {
          name: 'garage.reported',
          to: caseId,
          key: caseId,
          variables: { message: { name: 'garage.reported', fromSystem: 'Garage', data: { result: 'passed' } } },
        },
      ]);
      expect(await logOf(made)).toMatchObject([{ senderId: 'first', refusal: null, caseId, repeats: 0 }]);
      const stored = JSON.stringify(await given.database.query('select * from casework.incoming_delivery'));
      expect(stored).not.toContain('Léa');
    });

    it('by its key as well as by its reference', async () => {
      expect((await send(made, { body: { case: caseId } })).statusCode).toBe(202);
      expect(await told()).toMatchObject([{ variables: { message: { data: { result: null } } } }]);
    });

    it('once when the same comes again, one after the other or ten at the same instant', async () => {
      const first = await send(made, { id: 'twice' });
      const again = await send(made, { id: 'twice', body: { case: 'another', result: 'failed' } });
      expect(again.statusCode).toBe(202);
      expect(again.json()).toEqual(first.json());
      const together = await Promise.all(Array.from({ length: 10 }, () => send(made, { id: 'together' })));
      expect(together.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 202));
      expect(new Set(together.map(({ body }) => body)).size).toBe(1);
      expect(await told()).toHaveLength(2);
      expect(await logOf(made)).toMatchObject([
        { senderId: 'together', repeats: 9 },
        { senderId: 'twice', repeats: 1 },
      ]);
    });

    it('under ids that are those of one address alone', async () => {
      const other = await make();
      await send(made, { id: 'same' });
      await send(other, { id: 'same' });
      expect(await told()).toHaveLength(2);
    });

    it('with a secret in the header instead, where the other system cannot sign', async () => {
      const bearer = await make({ verifies: 'bearer' });
      const body = JSON.stringify({ case: reference, result: 'passed' });
      const headers = { 'webhook-id': 'shown' };
      const shown = await post(bearer.webhook.id, body, { ...headers, authorization: `Bearer ${bearer.secret}` });
      expect(shown.statusCode).toBe(202);
      for (const authorization of [`Bearer ${made.secret}`, 'Bearer x', 'Bearer ', `Basic ${bearer.secret}`])
        expect((await post(bearer.webhook.id, body, { ...headers, authorization })).statusCode).toBe(401);
      // A signature opens an address that asks for the secret as little as the secret opens one that asks for a signature.
      expect((await send(bearer)).statusCode).toBe(401);
      const plain = await post(made.webhook.id, body, { ...headers, authorization: `Bearer ${made.secret}` });
      expect(plain.statusCode).toBe(401);
    });
  });

  describe('refuse what nobody proves', () => {
    const changed: readonly (readonly [string, Sent])[] = [
      ['no signature', { headers: { 'webhook-signature': '' } }],
      ['a signature of nothing', { headers: { 'webhook-signature': 'v1,' } }],
      ['a short one', { headers: { 'webhook-signature': 'v1,AAAA' } }],
      ['another kind', { headers: { 'webhook-signature': 'v1a,AAAA' } }],
      ['another id than the signed one', { headers: { 'webhook-id': 'other' } }],
      ['another time than the signed one', { headers: { 'webhook-timestamp': '1' } }],
      ['another secret', { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }],
      ['an empty secret', { secret: 'whsec_' }],
    ];
    it.each(changed)('%s', async (_, sent) => {
      const answer = await send(made, sent);
      expect(answer.json()).toMatchObject({ status: 401, code: 'WEBHOOK_UNSIGNED', detail: expect.any(String) });
      expect(await told()).toEqual([]);
      expect(await logOf(made)).toMatchObject([{ refusal: 'unsigned', caseId: null }]);
    });

    it('a body that was changed, even by a space', async () => {
      const body = JSON.stringify({ case: reference });
      const headers = signMessage(made.secret, { id: 'x', at: given.clock.now(), body: Buffer.from(body) });
      expect((await post(made.webhook.id, `${body} `, headers)).statusCode).toBe(401);
      expect((await post(made.webhook.id, body, headers)).statusCode).toBe(202);
    });

    it('what was taken down on its way and comes later, or from a clock that is wrong', async () => {
      const minute = 60_000;
      for (const at of [-6 * minute, 6 * minute]) {
        const answer = await send(made, { at: given.clock.now() + at });
        expect(answer.json()).toMatchObject({ status: 401, detail: expect.stringContaining('5 minutes') });
      }
      for (const at of [-4 * minute, 4 * minute])
        expect((await send(made, { at: given.clock.now() + at })).statusCode).toBe(202);
      // Without the secret nobody hears what time it is here.
      const stranger = await send(made, { at: 0, secret: 'whsec_AAAA' });
      expect(stranger.json()).toMatchObject({ detail: expect.not.stringContaining('minutes') });
      expect((await logOf(made)).map(({ refusal }) => refusal)).toEqual(['unsigned', null, null, 'clock', 'clock']);
    });

    it('an address that there is not, or no more', async () => {
      expect((await post('A'.repeat(22), '{}', {})).json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      await housing.ask('removeIncomingWebhook', { params: { incomingWebhookId: made.webhook.id } });
      expect((await send(made)).json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    });

    it('the secret before the last one, a day after it was changed', async () => {
      const params = { incomingWebhookId: made.webhook.id };
      const next = await housing.ask<Made>('rotateIncomingSecret', { params });
      expect((await send(made)).statusCode).toBe(202);
      expect((await send(next)).statusCode).toBe(202);
      await pass(DAY + 1, async () => {
        expect((await send(made)).statusCode).toBe(401);
        expect((await send(next)).statusCode).toBe(202);
      });
      const stored = JSON.stringify(await given.database.query('select * from casework.incoming_webhook_secret'));
      for (const { secret } of [made, next]) expect(stored).not.toContain(secret.slice(6));
      expect(JSON.stringify(await housing.ask('listIncomingWebhooks'))).not.toContain('whsec_');
    });
  });

  describe('refuse what they cannot take', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bodies: readonly (readonly [string, string | Buffer, string])[] = [
      ['nothing', '', 'something else'],
      ['half of JSON', '{"case":', 'something else'],
      ['a list', '[]', 'another value'],
      ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'something else'],
      ['JSON of 100,000 levels', `{"case":${deep}}`, 'nested deeper'],
      [
        'two thousand fields',
        JSON.stringify(Object.fromEntries([...Array(2000).keys()].map((n) => [`f${n}`, n]))),
        '1000 fields',
      ],
      ['a prototype', '{"case":"x","__proto__":{"result":"passed"}}', '__proto__'],
      ['a prototype further down', '{"case":"x","a":[{"__proto__":{}}]}', '__proto__'],
      ['the NUL character', '{"case":"\\u0000"}', 'NUL'],
    ];
    it.each(bodies)('%s', async (_, bytes, why) => {
      const answer = await send(made, { bytes });
      expect(answer.json()).toMatchObject({ status: 400, code: 'INPUT_INVALID', detail: expect.stringContaining(why) });
      expect(await logOf(made)).toMatchObject([{ refusal: 'unreadable' }]);
    });

    it('a body that is too large, before anything of it is looked at', async () => {
      const answer = await send(made, { bytes: 'x'.repeat(BODY_LIMIT + 1) });
      expect(answer.json()).toMatchObject({ status: 413, detail: expect.stringContaining('smaller') });
      const full = JSON.stringify({ case: reference, filler: 'x'.repeat(BODY_LIMIT - 100) });
      expect((await send(made, { bytes: full })).statusCode).toBe(202);
    });

    it('a message without a name of its own', async () => {
      const answer = await send(made, { id: '' });
      expect(answer.json()).toMatchObject({ status: 400, detail: expect.stringContaining('webhook-id') });
      expect((await send(made, { id: 'x'.repeat(201) })).statusCode).toBe(400);
    });

    it.each([
      ['names no case', { result: 'passed' }],
      ['names a list of them', { case: ['a'] }],
      ['means what every object has', { case: 'constructor' }],
    ])('a message that %s', async (_, body) => {
      expect((await send(made, { body })).json()).toMatchObject({ status: 422, code: 'WEBHOOK_UNMAPPED' });
    });

    it('names that every object has, and nothing of them', async () => {
      const inherited = await make({
        caseFrom: 'body.case',
        fields: [
          { name: 'made', value: 'body.constructor.name' },
          { name: 'text', value: 'body.toString' },
          { name: 'own', value: 'body.hasOwnProperty' },
        ],
      });
      expect((await send(inherited, { body: { case: reference } })).statusCode).toBe(202);
      expect(await told()).toMatchObject([{ variables: { message: { data: { made: null, text: null, own: null } } } }]);
    });

    it('an expression that would go on for long, and more than a process reads', async () => {
      const long = await make({ caseFrom: 'string(count(for i in 1..99999, j in 1..99 return i))' });
      const began = performance.now();
      expect((await send(long)).json()).toMatchObject({ status: 422, detail: expect.stringContaining('limits') });
      expect(performance.now() - began).toBeLessThan(2000);
      const all = await make({ fields: [{ name: 'all', value: 'body' }] });
      const body = { case: reference, filler: 'x'.repeat(60_000) };
      expect((await send(all, { body })).json()).toMatchObject({
        status: 400,
        detail: expect.stringContaining('50000'),
      });
      expect(await told()).toEqual([]);
    });
  });

  describe('reach no other case', () => {
    it('of another administration, of another procedure, or one that there is not', async () => {
      const theirs = await make({}, mobility);
      expect((await send(theirs, { body: { case: caseId } })).json()).toMatchObject({ status: 422 });
      expect((await send(theirs)).json()).toMatchObject({ status: 422 });
      const roofs = await make({ procedureKey: 'roof-aid' });
      const answer = await send(roofs);
      expect(answer.json()).toMatchObject({ status: 422, code: 'WEBHOOK_UNMAPPED' });
      // The same words as for a case that nobody has.
      const nobody = await send(roofs, { body: { case: 'RA-1999-00001' } });
      expect(nobody.json<{ detail: string }>().detail).toBe(answer.json<{ detail: string }>().detail);
      expect(await told()).toEqual([]);
      expect(await logOf(roofs)).toMatchObject([{ refusal: 'caseUnknown' }, { refusal: 'caseUnknown' }]);
    });

    it('that has ended', async () => {
      await given.database.query('update casework.case_file set closed_at = submitted_at where id = $1', [caseId]);
      expect((await send(made)).json()).toMatchObject({ status: 409, code: 'CASE_ENDED' });
    });

    it('in the name of the platform, by other words than FEEL, or with a field twice', async () => {
      const wrong: readonly (readonly [object, string])[] = [
        [{ message: 'term.expired' }, '/message'],
        [{ message: 'housing.term.expired' }, '/message'],
        [{ caseFrom: 'body.' }, '/caseFrom'],
        [{ fields: [{ name: 'a', value: 'if' }] }, '/fields/0/value'],
        [
          {
            fields: [
              { name: 'a', value: '1' },
              { name: 'a', value: '2' },
            ],
          },
          '/fields',
        ],
      ];
      for (const [more, pointer] of wrong) {
        const answer = await housing.call('createIncomingWebhook', { body: { ...incomingWebhook, ...more } });
        expect(answer.json()).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer }] });
      }
    });

    it('and what one administration has, another one neither sees nor changes', async () => {
      const params = { incomingWebhookId: made.webhook.id };
      for (const id of ['rotateIncomingSecret', 'removeIncomingWebhook', 'listIncomingDeliveries'] as const)
        expect((await mobility.call(id, { params })).json()).toMatchObject({ status: 404 });
      expect((await visitor(given.app).call('listIncomingWebhooks')).statusCode).toBe(401);
      expect((await citizen.call('listIncomingWebhooks')).statusCode).toBe(403);
    });
  });

  describe('stand a flood', () => {
    it('of strangers, who use up nothing of the sender, and fill no log', async () => {
      for (let count = 0; count < 205; count += 1) await send(made, { secret: 'whsec_AAAA' });
      expect((await send(made)).statusCode).toBe(202);
      const [row] = await given.database.query(
        `select count(*) filter (where refusal = 'unsigned')::int as strangers,
                count(*) filter (where refusal = 'more')::int as more
           from casework.incoming_delivery where webhook_id = $1`,
        [made.webhook.id],
      );
      expect(row).toEqual({ strangers: 200, more: 1 });
    });

    it('of their sender: 120 a minute, of which a case keeps 50 that it has not read', async () => {
      const answers: Answer[] = [];
      for (let count = 0; count < 122; count += 1) answers.push(await send(made));
      expect(answers.slice(0, 50).every(({ statusCode }) => statusCode === 202)).toBe(true);
      expect(answers[50]?.json()).toMatchObject({
        status: 429,
        code: 'MESSAGES_UNREAD',
        detail: expect.stringContaining('at most 50 messages'),
      });
      expect(answers[121]?.json()).toMatchObject({
        status: 429,
        code: 'WEBHOOK_TOO_OFTEN',
        detail: expect.stringContaining('120 messages a minute'),
      });
      expect(await told()).toHaveLength(50);
      await pass(2, async () => {
        // Another address is another sender.
        expect((await send(await make())).statusCode).toBe(202);
      });
    });
  });

  it('forget what came 30 days ago', async () => {
    await send(made, { id: 'old' });
    await given.database.query(`update casework.incoming_delivery set at = at - interval '31 days'`);
    const { sweepIncoming } = await import('@irisflow/webhooks');
    await sweepIncoming(given.database, given.clock.now() - 30 * 86_400_000);
    expect(await logOf(made)).toEqual([]);
  });
});
