import { job } from '@irisflow/access';
import type { LetterNotice } from '@irisflow/casework';
import { usualStore } from '@irisflow/database/testing';
import { openCasework } from '@irisflow/platform';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebhookSender, type OpenedSender } from '../start/create-webhook-sender.ts';
import { createRandom } from '../start/surroundings.ts';
import { givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { startReceiver, type Received, type Receiver } from '../testing/start-receiver.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Made {
  readonly secret: string;
  readonly webhook: { readonly id: string };
}
interface Listed {
  readonly id: string;
  readonly state: string;
  readonly stopReason: string | null;
  readonly waiting: number;
}
interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly state: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastStatus: number | null;
  readonly lastTrouble: string | null;
}

/** In minutes, by which the clock of tests passes. */
const HOUR = 60;

describe.each([usualStore])('webhooks, on %s', (kind) => {
  let given: TestPlatform;
  let sender: OpenedSender;
  let receiver: Receiver;
  let other: Receiver;
  let housing: Visitor;
  let mobility: Visitor;
  const made: string[] = [];
  const mails: LetterNotice[] = [];

  const make = async (more: object = {}, by: Visitor = housing): Promise<Made> => {
    const body = {
      name: 'Finance',
      url: `http://${receiver.host}/in`,
      events: ['case.opened', 'case.status.changed', 'case.message.written'],
      procedures: null,
      ...more,
    };
    const one = await by.ask<Made>('createWebhook', { body });
    made.push(one.webhook.id);
    return one;
  };
  /** Sessions end while days pass: whoever acts then has signed in again. */
  const signIn = (name: string, administration: string) =>
    givenPerson(given.app, given.casework, {
      name,
      roles: ['agent', 'analyst', 'administrator', 'auditor'],
      administration,
    });
  const deliver = () => given.casework.webhooks.deliver(job('operator'), {});
  const deliveriesOf = async ({ webhook }: Made): Promise<Delivery[]> =>
    (await housing.ask<{ items: Delivery[] }>('listWebhookDeliveries', { params: { webhookId: webhook.id } })).items;
  const seen = async ({ webhook }: Made): Promise<Listed | undefined> =>
    (await housing.ask<Listed[]>('listWebhooks')).find(({ id }) => id === webhook.id);
  let opened = 0;
  const openedCase = async (): Promise<string> => {
    opened += 1;
    const { caseId } = await housing.ask<{ caseId: string }>('openCaseByReference', {
      params: { externalReference: `theirs-${opened}` },
      body: {
        procedureKey: 'rent-aid',
        applicant: { name: 'Léa', email: null, nationalNumber: null },
        language: 'fr',
        receivedOn: null,
        data: { request: 'A roof' },
      },
    });
    return caseId;
  };
  const write = (caseId: string) =>
    housing.ask('writeToApplicant', { params: { caseId }, body: { text: 'Secret words', asks: false, documents: [] } });
  /** As a receiver does it, with the library that it has for it. */
  const verified = (secret: string, { body, headers }: Received) =>
    new Webhook(secret).verify(body, headers as Record<string, string>) as { id: string; type: string; data: object };
  const last = (): Received => {
    const one = receiver.received.at(-1);
    if (one === undefined) throw new Error('Expected a message, but none came');
    return one;
  };

  beforeAll(async () => {
    receiver = await startReceiver();
    other = await startReceiver();
    const privateHosts = [receiver.host, other.host];
    sender = createWebhookSender({ privateHosts, ownServers: ['127.0.0.1:1'] }, 1000);
    given = await openTestPlatform({}, kind, {
      webhookSender: sender.send,
      privateHosts,
      mailer: async (notice) => void mails.push(notice),
    });
    housing = await signIn('Hugo', 'brussels-housing');
    mobility = await signIn('Mia', 'brussels-mobility');
    await givenProcedure(housing, 'rent-aid');
  });
  beforeEach(() => {
    receiver.received.length = 0;
    other.received.length = 0;
    receiver.answers((response) => void response.writeHead(204).end());
  });
  afterEach(async () => {
    for (const webhookId of made.splice(0)) {
      const by = (await housing.ask<Listed[]>('listWebhooks')).some(({ id }) => id === webhookId) ? housing : mobility;
      await by.call('removeWebhook', { params: { webhookId } });
    }
  });
  afterAll(async () => {
    await given.close();
    await sender.close();
    await receiver.close();
    await other.close();
  });

  describe('tell', () => {
    it('that a case was opened and where to read it, signed so that others’ library believes it, and nothing of the file', async () => {
      const { secret } = await make();
      const caseId = await openedCase();
      await deliver();
      const message = verified(secret, last());
      expect(message).toMatchObject({
        type: 'case.opened',
        data: { caseId, procedureKey: 'rent-aid', url: `http://localhost/api/cases/${caseId}` },
      });
      expect(last().headers['webhook-id']).toBe(message.id);
      expect(last().path).toBe('/in');
      receiver.received.length = 0;
      await write(caseId);
      await deliver();
      expect(verified(secret, last())).toMatchObject({ type: 'case.message.written' });
      expect(last().body).not.toContain('Secret');
      expect(last().body).not.toContain('Léa');
    });

    it('what was wanted alone: other events, procedures and administrations are not told', async () => {
      const events = await make({ events: ['case.decided'] });
      const procedures = await make({ procedures: ['roof-aid'] });
      await make({}, mobility);
      await openedCase();
      await deliver();
      expect(receiver.received).toEqual([]);
      expect([...(await deliveriesOf(events)), ...(await deliveriesOf(procedures))]).toEqual([]);
    });

    it('nothing of what was rolled back, and all of what was not', async () => {
      const told = await make();
      await given.database
        .transaction(async (tx) => {
          await tx.query(
            `insert into casework.status_change (case_id, administration, status, at)
               select id, administration, 'received', now() from casework.case_file limit 1`,
          );
          throw new Error('rolled back');
        })
        .catch(() => undefined);
      expect(await deliveriesOf(told)).toEqual([]);
    });

    it('a trial, and the same again under the same id', async () => {
      const told = await make();
      const { id } = await housing.ask<Delivery>('sendWebhookTrial', { params: { webhookId: told.webhook.id } });
      await deliver();
      expect(verified(told.secret, last())).toMatchObject({ id, type: 'trial', data: {} });
      await housing.ask('sendWebhookAgain', { params: { webhookId: told.webhook.id, deliveryId: id } });
      await deliver();
      expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    });
  });

  describe('are signed', () => {
    it('with both secrets for a day after a rotation, and then with the new one', async () => {
      const old = await make();
      const params = { webhookId: old.webhook.id };
      const { secret } = await housing.ask<Made>('rotateWebhookSecret', { params });
      await housing.ask('sendWebhookTrial', { params });
      await deliver();
      expect(verified(old.secret, last())).toEqual(verified(secret, last()));
      const stored = JSON.stringify(await given.database.query('select * from casework.webhook_secret'));
      for (const text of [old.secret, secret]) expect(stored).not.toContain(text.slice(6));
      given.clock.pass(25 * HOUR);
      try {
        await (await signIn('Hugo', 'brussels-housing')).ask('sendWebhookTrial', { params });
        await deliver();
        // The library compares with the time of this machine: a clock that is wrong is refused, whoever signed.
        expect(() => verified(secret, last())).toThrow('timestamp');
        const { body, headers } = last();
        const at = new Date(Number(headers['webhook-timestamp']) * 1000);
        const signature = new Webhook(secret).sign(String(headers['webhook-id']), at, body);
        expect(headers['webhook-signature']).toBe(signature);
      } finally {
        given.clock.pass(-25 * HOUR);
      }
    });

    it('so that a changed word, id or time is no longer believed', async () => {
      const { secret } = await make();
      await openedCase();
      await deliver();
      const { body, headers } = last();
      const changed = (more: object) =>
        new Webhook(secret).verify(body, { ...headers, ...more } as Record<string, string>);
      expect(() =>
        new Webhook(secret).verify(body.replace('opened', 'closed'), headers as Record<string, string>),
      ).toThrow('signature');
      expect(() => changed({ 'webhook-id': 'other' })).toThrow('signature');
      expect(() => changed({ 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) })).toThrow(
        'signature',
      );
    });
  });

  describe('are sent again', () => {
    it.each([
      ['a fault', 500],
      ['a refusal', 403],
      ['a redirect, which nobody follows', 307],
      ['too much', 429],
    ])('after %s, with the same id and a new time, until they are taken', async (_, status) => {
      receiver.answers((response) => void response.writeHead(status, { location: `http://${other.host}/` }).end());
      const told = await make();
      await openedCase();
      await deliver();
      const [failed] = await deliveriesOf(told);
      expect(failed).toMatchObject({ state: 'waiting', attempts: 1, lastStatus: status, nextAt: expect.any(String) });
      // Nothing more before its time.
      await deliver();
      expect(receiver.received).toHaveLength(1);
      expect(other.received).toEqual([]);
      receiver.answers((response) => void response.writeHead(200).end('ok'));
      given.clock.pass(1);
      try {
        await deliver();
      } finally {
        given.clock.pass(-1);
      }
      expect(await deliveriesOf(told)).toMatchObject([
        { state: 'delivered', attempts: 2, lastStatus: 200, nextAt: null },
      ]);
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
      expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    });

    it('when the connection breaks, or the answer has no end', async () => {
      const told = await make();
      receiver.answers((response) => response.destroy());
      await openedCase();
      await deliver();
      expect(await deliveriesOf(told)).toMatchObject([{ lastTrouble: 'unreachable', lastStatus: null }]);
      receiver.answers((response) => {
        response.writeHead(200);
        const more = setInterval(() => response.write(Buffer.alloc(32 * 1024)), 1);
        response.on('close', () => clearInterval(more));
      });
      await housing.ask('sendWebhookAgain', {
        params: { webhookId: told.webhook.id, deliveryId: (await deliveriesOf(told))[0]?.id ?? '' },
      });
      await deliver();
      expect(await deliveriesOf(told)).toMatchObject([{ lastTrouble: 'answerTooLong' }]);
    });

    it('by another process, under the same id, when the one that had them in hand is killed', async () => {
      const told = await make();
      await openedCase();
      // What a process leaves behind that died after it took the message.
      await given.database.query(
        `update casework.webhook_delivery set attempts = 1, taken_until = $1::timestamptz where state = 'waiting'`,
        [new Date(given.clock.now() + 60_000).toISOString()],
      );
      await deliver();
      expect(receiver.received).toEqual([]);
      given.clock.pass(2);
      try {
        await deliver();
      } finally {
        given.clock.pass(-2);
      }
      expect(await deliveriesOf(told)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    });

    it('while others are told in time, however slow or dead one of them is', async () => {
      receiver.answers(() => undefined);
      const slow = await make();
      await make({ url: `http://${other.host}/` });
      await openedCase();
      await openedCase();
      const running = deliver();
      await expect.poll(() => other.received.length, { timeout: 5000 }).toBe(2);
      await running;
      // The first got no answer in time, and the other one waits for the end of the rest.
      expect((await deliveriesOf(slow)).map(({ attempts }) => attempts).toSorted((a, b) => a - b)).toEqual([0, 1]);
      expect((await deliveriesOf(slow)).find(({ attempts }) => attempts === 1)).toMatchObject({
        lastTrouble: 'timeout',
      });
    });

    it('while those of one administration are many and slow, those of another one by one between them', async () => {
      other.answers((response) => void setTimeout(() => response.writeHead(204).end(), 300));
      for (let count = 0; count < 20; count += 1)
        await make({ name: `Slow ${count}`, url: `http://${other.host}/slow` });
      const { webhook } = await make({ name: 'Theirs' }, mobility);
      await openedCase();
      given.clock.pass(1);
      await mobility.ask('sendWebhookTrial', { params: { webhookId: webhook.id } });
      let slowBefore = 0;
      receiver.answers((response) => {
        slowBefore = other.received.length;
        response.writeHead(204).end();
      });
      await deliver();
      expect(other.received).toHaveLength(20);
      expect(receiver.received).toHaveLength(1);
      expect(slowBefore).toBeLessThanOrEqual(4);
      given.clock.pass(-1);
    });
  });

  describe('stop', () => {
    it('when the receiver says that it is gone, and go on when somebody says so', async () => {
      receiver.answers((response) => void response.writeHead(410).end());
      const told = await make();
      const params = { webhookId: told.webhook.id };
      await openedCase();
      await deliver();
      expect(await seen(told)).toMatchObject({ state: 'stopped', stopReason: 'gone' });
      expect(await deliveriesOf(told)).toMatchObject([{ state: 'failed', lastStatus: 410 }]);
      expect((await housing.call('sendWebhookTrial', { params })).json()).toMatchObject({
        status: 409,
        code: 'WEBHOOK_STOPPED',
      });
      expect(mails).toMatchObject([{ to: 'x@example.org', subject: expect.stringContaining('«\u00a0Finance\u00a0»') }]);
      expect(mails[0]?.text).toContain('http://localhost/desk/administration/webhooks');
      const audit = JSON.stringify(await housing.ask('listAudit', { query: { search: 'webhook.stopped' } }));
      expect(audit).toContain(told.webhook.id);
      receiver.answers((response) => void response.writeHead(204).end());
      await housing.ask('restartWebhook', { params });
      await housing.ask('sendWebhookTrial', { params });
      await deliver();
      expect(await seen(told)).toMatchObject({ state: 'active', stopReason: null });
    });

    it('after days without anything taken, and what waited is sent after the restart', async () => {
      receiver.answers((response) => void response.writeHead(500).end());
      const told = await make();
      await openedCase();
      let passed = 0;
      const pass = (minutes: number) => {
        given.clock.pass(minutes);
        passed += minutes;
      };
      try {
        for (let tries = 0; tries < 4; tries += 1) {
          await deliver();
          pass(25 * HOUR);
        }
        const later = await signIn('Hugo', 'brussels-housing');
        expect(await later.ask<Listed[]>('listWebhooks')).toMatchObject([{ state: 'stopped', stopReason: 'failing' }]);
        receiver.answers((response) => void response.writeHead(204).end());
        await later.ask('restartWebhook', { params: { webhookId: told.webhook.id } });
        await deliver();
      } finally {
        given.clock.pass(-passed);
      }
      expect(await deliveriesOf(told)).toMatchObject([{ state: 'delivered' }]);
    });
  });

  describe('lead nowhere', () => {
    it.each([
      ['an address without https', 'http://hooks.example.org/'],
      ['credentials', 'https://user:pass@hooks.example.org/'],
      ['no address', 'hooks'],
      ['a file', 'file:///etc/passwd'],
      ['this machine', 'https://127.0.0.1/'],
      ['this machine by another number', 'https://2130706433/'],
      ['its neighbor', 'https://10.0.0.1/'],
      ['the metadata of a cloud', 'https://169.254.169.254/latest/'],
      ['IPv4 as IPv6', 'https://[::ffff:127.0.0.1]/'],
      ['a name of this network', 'https://intranet/'],
      ['this platform', 'http://localhost/'],
    ])('with %s', async (_, url) => {
      const body = { name: 'x', url, events: ['case.opened'], procedures: null };
      const answer = await housing.call('createWebhook', { body });
      expect(answer.json()).toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/url' }] });
    });

    it('when a public name turns out to lead to a private address, which is looked up at each sending', async () => {
      const told = await make();
      await given.database.query('update casework.webhook set url = $2 where id = $1', [
        told.webhook.id,
        'https://localhost:1/',
      ]);
      await openedCase();
      await deliver();
      expect(await deliveriesOf(told)).toMatchObject([{ state: 'waiting', lastTrouble: 'refusedAddress' }]);
    });
  });

  it('under way when the platform stops keep nobody waiting, and are sent by the next start under the same id', async () => {
    receiver.answers(() => undefined);
    const told = await make();
    const started = openCasework({
      database: given.database,
      engine: given.engine,
      clock: given.clock,
      random: createRandom(),
      prefill: async () => ({ ok: false, reason: 'UNAVAILABLE' }),
      publicUrl: 'http://localhost',
      personalDataKey: new Uint8Array(32).fill(7),
      webhookSender: sender.send,
    });
    started.start({ pollMs: 60_000, onFailure: () => undefined });
    const { id } = await housing.ask<Delivery>('sendWebhookTrial', { params: { webhookId: told.webhook.id } });
    await expect.poll(() => receiver.received.length, { timeout: 5000 }).toBe(1);
    const before = Date.now();
    await started.stop();
    expect(Date.now() - before).toBeLessThan(5000);
    receiver.answers((response) => void response.writeHead(204).end());
    await deliver();
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    expect(await deliveriesOf(told)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  it('are seen and changed by nobody of another administration', async () => {
    const told = await make();
    const { id: deliveryId } = await housing.ask<Delivery>('sendWebhookTrial', {
      params: { webhookId: told.webhook.id },
    });
    const params = { webhookId: told.webhook.id, deliveryId };
    for (const id of [
      'rotateWebhookSecret',
      'restartWebhook',
      'removeWebhook',
      'listWebhookDeliveries',
      'sendWebhookTrial',
      'sendWebhookAgain',
    ] as const)
      expect((await mobility.call(id, { params })).json()).toMatchObject({ status: 404 });
    expect(await mobility.ask('listWebhooks')).toEqual([]);
  });
});
