import { job } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { signMessage } from '../testing/sign-message.ts';
import { incomingWebhook } from '../testing/valid-bodies.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Made {
  readonly secret: string;
  readonly webhook: { readonly id: string };
}
interface Logged {
  readonly senderId: string | null;
  readonly refusal: string | null;
}

/** A process that begins and ends with each message of a name. */
const takesAll = (message: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <bpmn:message id="m" name="${message}"/>
  <bpmn:process id="takes-all" isExecutable="true">
    <bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
    <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/>
    <bpmn:endEvent id="e"/>
  </bpmn:process>
</bpmn:definitions>`;

/** Over a connection as it is: what a sender does to the wire is half of it. */
describe.each([usualStore])('whoever posts to the address of a webhook, on %s', (kind) => {
  let given: TestPlatform;
  let housing: Visitor;
  let url = '';
  let caseId = '';
  let made: Made;
  let ids = 0;

  const make = (more: object = {}): Promise<Made> =>
    housing.ask<Made>('createIncomingWebhook', { body: { ...incomingWebhook, name: 'Garage', ...more } });
  const post = (to: Made, body: Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string>) =>
    fetch(`${url}/api/hooks/${to.webhook.id}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  const send = (to: Made, said: string | object, headers: Record<string, string> = {}): Promise<Response> => {
    const body = new TextEncoder().encode(typeof said === 'string' ? said : JSON.stringify(said));
    return post(to, body, {
      ...signMessage(to.secret, { id: `h-${(ids += 1)}`, at: given.clock.now(), body }),
      ...headers,
    });
  };
  const logOf = async ({ webhook }: Made, by = housing): Promise<Logged[]> => {
    const asked = { params: { incomingWebhookId: webhook.id }, query: { limit: '100' } };
    return (await by.ask<{ items: Logged[] }>('listIncomingDeliveries', asked)).items;
  };
  const file = async (): Promise<string> => {
    const citizen = await givenPerson(given.app, given.casework, { name: `Léa ${(ids += 1)}`, roles: ['citizen'] });
    return givenCase(citizen, 'rent-aid');
  };

  beforeAll(async () => {
    given = await openTestPlatform({}, kind);
    housing = await givenPerson(given.app, given.casework, {
      name: 'Hugo',
      roles: ['agent', 'analyst', 'administrator'],
      administration: 'brussels-housing',
    });
    await givenProcedure(housing, 'rent-aid');
    url = await given.app.listen({ host: '127.0.0.1', port: 0 });
  });
  beforeEach(async () => {
    caseId = await file();
    made = await make();
    await given.database.query('delete from casework.request_count');
  });
  afterAll(() => given.close());

  it.each(['json', ';;;', 'a/b, c/d', 'multipart/form-data', 'application/json; charset=utf-16'])(
    'is taken by the bytes, whatever it calls them: %s',
    async (type) => {
      expect((await send(made, { case: caseId }, { 'content-type': type })).status).toBe(202);
    },
  );

  it('is no page of another site: it proves itself, and no session goes with it', async () => {
    expect((await send(made, { case: caseId }, { origin: 'https://garage.example' })).status).toBe(202);
    expect((await send(made, { case: caseId }, { 'sec-fetch-site': 'cross-site' })).status).toBe(202);
  });

  it('is heard again as soon as the process of the case has taken what it said before', async () => {
    const form = new FormData();
    form.append('resources', new Blob([takesAll('brussels-housing.garage.reported')]), 'takes-all.bpmn');
    expect((await fetch(`${given.engine.restUrl}/deployments`, { method: 'POST', body: form })).status).toBe(200);
    const other = await file();
    await send(await make(), { case: other });
    for (let count = 0; count < 50; count += 1) expect((await send(made, { case: caseId })).status).toBe(202);
    expect(await (await send(made, { case: caseId })).json()).toMatchObject({ code: 'MESSAGES_UNREAD' });
    await given.casework.outbox.drain(job('health'), {});
    for (let count = 0; count < 50; count += 1) expect((await send(made, { case: caseId })).status).toBe(202);
    expect(await (await send(made, { case: caseId })).json()).toMatchObject({ code: 'MESSAGES_UNREAD' });
  });

  it('is not seen at a case by whoever is kept apart from it', async () => {
    await send(made, { case: caseId });
    await send(made, 'no json');
    const apart = await givenPerson(given.app, given.casework, {
      name: 'Aline',
      roles: ['agent', 'administrator'],
      administration: 'brussels-housing',
    });
    expect(await logOf(made, apart)).toHaveLength(2);
    const body = { scope: 'case', reason: 'She is my sister.' };
    await apart.ask('declareConflict', { params: { caseId }, body });
    expect(await logOf(made, apart)).toMatchObject([{ refusal: 'unreadable' }]);
    expect(await logOf(made)).toHaveLength(2);
  });

  describe('reads in the log', () => {
    const large = new Uint8Array(300_000).fill(32);
    const chunked = () => new Blob([large]).stream();

    it.each([
      ['that says how long it is', () => large],
      ['that does not', chunked],
    ])('that a body is too large, one %s', async (_, bodyOf) => {
      const answer = await post(made, bodyOf(), { 'webhook-id': 'large' });
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({
        code: 'WEBHOOK_TOO_LARGE',
        detail: expect.stringContaining('smaller'),
      });
      expect(await logOf(made)).toMatchObject([{ senderId: 'large', refusal: 'tooLarge' }]);
    });

    it('such bodies up to a number a day, and uses up nothing of what is kept of its sender', async () => {
      const refuse = () => post(made, large, { 'webhook-id': 'large' });
      await refuse();
      // given a day on which all but the last one were written down
      await given.database.query(
        "update casework.request_count set count = 199 where key like 'incoming:' || $1 || ':strangers'",
        [made.webhook.id],
      );
      await refuse();
      for (let count = 0; count < 3; count += 1) await refuse();
      expect(await send(made, 'no json')).toMatchObject({ status: 400 });
      const [row] = await given.database.query(
        `select count(*) filter (where refusal = 'tooLarge')::int as strangers,
                count(*) filter (where refusal = 'more')::int as more,
                count(*) filter (where refusal = 'unreadable')::int as sender
           from casework.incoming_delivery where webhook_id = $1`,
        [made.webhook.id],
      );
      expect(row).toEqual({ strangers: 2, more: 1, sender: 1 });
    });

    it.each([
      ['the character NUL', '"\\u0000"', {}],
      ['NUL out of a text that is JSON', 'from json(body.text)', { text: '"\\u0000"' }],
      ['a name with NUL', '{"a\\u0000": 1}', {}],
      ['a prototype', '{"__proto__": {a: 1}}', {}],
      ['forty levels', 'for i in 1..40 return if i = 1 then [1] else [partial[-1]]', {}],
    ])('that what its expressions make cannot be kept: %s', async (_, value, said) => {
      const hostile = await make({ fields: [{ name: 'value', value }] });
      const answer = await send(hostile, { case: caseId, ...said });
      expect(await answer.json()).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
      expect(await logOf(hostile)).toMatchObject([{ refusal: 'unmapped' }]);
    });
  });
});
