import { freePort } from '@irisflow/database/testing';
import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLetterCarrier, type OpenedCarrier } from '../start/create-letter-carrier.ts';
import { givenCase } from '../testing/given-case.ts';
import {
  askEngine,
  callingHeaders,
  instanceOfCase,
  jobOf,
  searchEngine,
  variableOf,
} from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor, visitor } from '../testing/visitor.ts';

const host = '127.0.0.1';
const key = 'fines';
const same = (text: string) => ({ fr: text, nl: text, en: text });

/** Invites to defend oneself, waits until nobody fetched the letter, and sends a copy of it. */
const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:fines">
  <bpmn:message id="unclaimed" name="notice.unclaimed">
    <bpmn:extensionElements><zeebe:subscription correlationKey="= invitation.noticeId" /></bpmn:extensionElements>
  </bpmn:message>
  <bpmn:process id="${key}" isExecutable="true">
    <bpmn:startEvent id="received" />
    <bpmn:serviceTask id="invite">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="case-store" />
        <zeebe:ioMapping>
          <zeebe:input source="send-notice" target="operation" /><zeebe:input source="= template" target="noticeTemplate" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:intermediateCatchEvent id="nobody"><bpmn:messageEventDefinition messageRef="unclaimed" /></bpmn:intermediateCatchEvent>
    <bpmn:serviceTask id="copy">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="case-store" />
        <zeebe:ioMapping>
          <zeebe:input source="send-notice" target="operation" /><zeebe:input source="= template" target="noticeTemplate" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:userTask id="instruct" name="Instruct">
      <bpmn:extensionElements>
        <zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="agent" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:endEvent id="done" />
    <bpmn:sequenceFlow id="f1" sourceRef="received" targetRef="invite" />
    <bpmn:sequenceFlow id="f2" sourceRef="invite" targetRef="nobody" />
    <bpmn:sequenceFlow id="f3" sourceRef="nobody" targetRef="copy" />
    <bpmn:sequenceFlow id="f4" sourceRef="copy" targetRef="instruct" />
    <bpmn:sequenceFlow id="f5" sourceRef="instruct" targetRef="done" />
  </bpmn:process>
</bpmn:definitions>
`;
const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vous pouvez.' }] }] };
const letter = {
  kind: 'letter',
  formatVersion: 1,
  key: 'invitation',
  subject: same('Invitation'),
  mandatory: [],
  body: { fr: body, nl: body, en: body },
};
const term = {
  key: 'defence',
  label: same('Defence'),
  length: 30,
  kind: 'calendarDays',
  legalRef: 'Ordinance, art. 9',
  binds: 'applicant',
  startsAfter: 'presentation',
};

interface SandboxLetter {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly number: string | null;
}
interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}
interface SeenNotice {
  readonly id: string;
  readonly copyOf: string | null;
  readonly channels: readonly {
    readonly channel: string;
    readonly state: string | null;
    readonly day: string | null;
  }[];
  readonly number: string | null;
  readonly term: {
    readonly running: { readonly actOn: string; readonly dueOn: string; readonly state: string } | null;
  } | null;
  readonly fates: readonly { readonly kind: string }[];
}
interface SentNotice {
  readonly noticeId: string;
}

describe('letters with carriers that the sandbox plays', () => {
  let sandbox: Sandbox;
  let carriers: Record<'registered' | 'ebox', OpenedCarrier>;
  let given: TestPlatform;
  let publicUrl: string;
  let citizen: Visitor;
  let agent: Visitor;
  let signIn: () => Promise<[agent: Visitor, citizen: Visitor]>;

  const publish = async (analyst: Visitor): Promise<void> => {
    const params = { key };
    await analyst.ask('createProcedure', { body: { key, title: 'Fines' } });
    const draft = await analyst.ask<Draft>('getProcedureDraft', { params });
    const description = JSON.parse(
      draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '{}',
    ) as object;
    let { revision } = draft;
    for (const [path, content] of [
      [`${key}.bpmn`, process],
      ['invitation.letter.json', JSON.stringify(letter)],
      ['procedure.json', JSON.stringify({ ...description, terms: [term] })],
    ] as const)
      ({ revision } = await analyst.ask<Draft>('saveProcedureFile', { params, body: { path, content, revision } }));
    await analyst.ask('publishProcedure', { params, body: { note: 'First', revision } });
  };

  beforeAll(async () => {
    let now = Date.now;
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0, lateMs: 400, now: () => now() });
    carriers = {
      registered: createLetterCarrier(sandbox.carriers.registered),
      ebox: createLetterCarrier(sandbox.carriers.ebox),
    };
    const port = await freePort();
    publicUrl = `http://${host}:${port}`;
    const offered = { registered: carriers.registered.carrier, ebox: carriers.ebox.carrier };
    given = await openTestPlatform({}, undefined, { carriers: offered, publicUrl });
    now = () => given.clock.now();
    const { app, casework } = given;
    await app.listen({ host, port });
    const of = { administration: 'brussels-housing' };
    const analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], ...of });
    const administrator = await givenPerson(app, casework, { name: 'Alma', roles: ['administrator'], ...of });
    signIn = async () => [
      await givenPerson(app, casework, { name: 'Amy', roles: ['agent'], ...of }),
      await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'] }),
    ];
    [agent, citizen] = await signIn();
    for (const channel of ['registered', 'ebox'])
      await administrator.ask('setCarrier', { body: { channel, account: '12345', isOn: true, revision: 0 } });
    await publish(analyst);
    // What fails with a carrier that is away is done again.
    casework.start({ pollMs: 1000, onFailure: () => undefined });
  });
  beforeEach(() => pass(0));
  afterAll(async () => {
    await given.close();
    for (const { close } of Object.values(carriers)) await close();
    await sandbox.stop();
  });

  /** A case whose process asks for something at the case store, which the test does over HTTP. */
  const step = async (caseId: string): Promise<{ readonly connector: Visitor; readonly job: string }> => {
    const instance = await instanceOfCase(given, caseId);
    const job = await jobOf(given, instance, 'case-store');
    const handle = await variableOf(given, instance, 'caseHandle');
    return { connector: visitor(given.app, callingHeaders(handle, job)), job: job.jobKey };
  };
  const open = async (): Promise<string> => {
    const caseId = await givenCase(citizen, key);
    const address = { street: 'Rue Haute', number: '12', postalCode: '1000', municipality: 'Bruxelles' };
    await given.database.query('update casework.case_file set data = data || $2::jsonb where id = $1', [
      caseId,
      JSON.stringify({ address }),
    ]);
    return caseId;
  };
  const send = async (caseId: string, order: object): Promise<string> => {
    const { connector, job } = await step(caseId);
    const call = { body: order, headers: { 'idempotency-key': job } };
    const invitation = await connector.ask<SentNotice>('sendNotice', call);
    // The worker died before it said so: done again, it is the same letter.
    expect(await connector.ask<SentNotice>('sendNotice', call)).toEqual(invitation);
    await askEngine(given, `/jobs/${job}/completion`, { variables: { invitation } });
    return invitation.noticeId;
  };
  const invite = (caseId: string, channels: readonly string[] = ['registered']) =>
    send(caseId, { template: 'invitation', channels, values: {}, termKey: 'defence' });
  const letters = async (noticeId: string): Promise<SandboxLetter[]> =>
    ((await (await fetch(`${sandbox.url}/_letters`)).json()) as SandboxLetter[]).filter(({ reference }) =>
      reference.startsWith(noticeId),
    );
  const meet = (mode: string, count = 1) =>
    fetch(`${sandbox.url}/post/mode`, { method: 'POST', body: new URLSearchParams({ mode, count: String(count) }) });
  const play = async (id: string, happens: string, telling = 'once') => {
    const played = await fetch(`${sandbox.url}/post/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ step: happens, telling }),
      redirect: 'manual',
    });
    expect(played.status).toBe(303);
  };
  const look = async (caseId: string, noticeId: string): Promise<SeenNotice | undefined> =>
    (await agent.ask<SeenNotice[]>('listCaseNotices', { params: { caseId } })).find(({ id }) => id === noticeId);
  const until = <T>(work: () => Promise<T>): Promise<T> => vi.waitFor(work, { timeout: 60_000, interval: 200 });
  const standing = (caseId: string, noticeId: string, state: string) =>
    until(async () =>
      expect((await look(caseId, noticeId))?.channels).toEqual(
        expect.arrayContaining([expect.objectContaining({ state })]),
      ),
    );
  const carried = (caseId: string, noticeId: string) => standing(caseId, noticeId, 'handedOver');
  const dayAfter = (days: number) => new Date(given.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
  /** Whoever comes back after a while signs in again. */
  const pass = async (minutes: number): Promise<void> => {
    given.clock.pass(minutes);
    [agent, citizen] = await signIn();
  };
  const passDays = (days: number): Promise<void> => pass(days * 24 * 60);
  const runningOf = async (caseId: string, noticeId: string) => (await look(caseId, noticeId))?.term?.running;
  /** Prints what waits by ordinary post, and says that it was posted. */
  const postAll = async (): Promise<string[]> => {
    const { id, items } = await agent.ask<{ id: string; items: { noticeId: string }[] }>('gatherPrintBatch', {
      body: { way: 'post' },
    });
    const params = { batchId: id };
    const file = await agent.call('printBatch', { params, query: { locale: 'fr' } });
    const start = file.rawPayload.subarray(0, 5).toString();
    expect([file.statusCode, file.headers['content-type'], start]).toEqual([200, 'application/pdf', '%PDF-']);
    await agent.ask('postPrintBatch', { params, body: { day: dayAfter(0), except: [], numbers: [] } });
    return items.map(({ noticeId }) => noticeId);
  };

  it('story 14: the 30 days begin when the letter is presented; unclaimed, a plain copy follows and no new term', async () => {
    const accused = await open();
    const noticeId = await invite(accused);
    await carried(accused, noticeId);
    const [{ id, number }] = (await letters(noticeId)) as [SandboxLetter];
    expect(await look(accused, noticeId)).toMatchObject({ number });
    await play(id, 'deposited');
    await standing(accused, noticeId, 'sent');
    // Posted is not presented: nothing runs, however long.
    await passDays(2);
    expect(await runningOf(accused, noticeId)).toBeNull();
    const presented = dayAfter(0);
    await play(id, 'unclaimed-after-15-days', 'repeated');
    await standing(accused, noticeId, 'presented');
    const running = await runningOf(accused, noticeId);
    expect(running).toMatchObject({ state: 'running', actOn: presented });
    expect(running?.dueOn.localeCompare(dayAfter(30))).toBeGreaterThanOrEqual(0);
    await passDays(15);
    await standing(accused, noticeId, 'unclaimed');
    // The process hears of it, and has the copy sent.
    const copyId = await until(async () => send(accused, { copyOf: noticeId }));
    expect(await look(accused, copyId)).toMatchObject({
      copyOf: noticeId,
      term: null,
      channels: [{ channel: 'post', state: null }],
    });
    expect(await postAll()).toEqual([copyId]);
    // Posted, the copy starts nothing, and what runs stays as it was.
    expect(await runningOf(accused, noticeId)).toEqual(running);
    const { terms } = await agent.ask<{ terms: object[] }>('getCase', { params: { caseId: accused } });
    expect(terms).toHaveLength(1);
    expect(await letters(copyId)).toEqual([]);
    // It goes on with a person.
    const filter = { processInstanceKey: await instanceOfCase(given, accused), state: 'CREATED' };
    await until(async () => expect(await searchEngine(given, 'user-tasks', filter)).toHaveLength(1));
  }, 120_000);

  it.each(['unavailable', 'slow', 'answer-lost'])(
    'a carrier that is %s has the letter once, and each fate is written once',
    async (mode) => {
      const caseId = await open();
      await meet(mode);
      const noticeId = await invite(caseId);
      await pass(5);
      await until(async () => expect(await letters(noticeId)).toHaveLength(1));
      await pass(60);
      await carried(caseId, noticeId);
      const [handed] = await letters(noticeId);
      await play(handed?.id ?? '', 'delivered-twice', 'repeated');
      await standing(caseId, noticeId, 'delivered');
      await pass(60);
      expect(await letters(noticeId)).toHaveLength(1);
      const kinds = (await look(caseId, noticeId))?.fates.map(({ kind }) => kind);
      expect(kinds).toEqual(['handedOver', 'delivered']);
    },
    60_000,
  );

  it('an address that nobody knows leaves the letter with the post room, and says so', async () => {
    const caseId = await open();
    await meet('unknown-recipient');
    const noticeId = await invite(caseId);
    await until(async () => {
      const { items } = await agent.ask<{ items: { id: string; inHand: object }[] }>('readPostRoom');
      expect(items.find(({ id }) => id === noticeId)?.inHand).toMatchObject({
        carrier: 'rejected',
        problem: 'unknownAddress',
      });
    });
    expect(await letters(noticeId)).toEqual([]);
  });

  it('a webhook that somebody forges tells nothing, and is answered like any other', async () => {
    const caseId = await open();
    const noticeId = await invite(caseId);
    await carried(caseId, noticeId);
    const [handed] = await letters(noticeId);
    const tell = (said: object) =>
      fetch(`${publicUrl}/api/carriers/notifications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(said),
      });
    const id = handed?.id;
    expect((await tell({ id })).status).toBe(204);
    expect((await tell({ id: 'ltr_that_there_is_not' })).status).toBe(204);
    expect((await tell({ id, events: [{ id: 'e', status: 'delivered' }] })).status).toBe(400);
    await standing(caseId, noticeId, 'handedOver');
  });

  it('who works elsewhere or is nobody reaches none of it', async () => {
    const taxi = await givenPerson(given.app, given.casework, {
      name: 'Tom',
      roles: ['agent'],
      administration: 'brussels-mobility',
    });
    const [batch] = await agent.ask<{ id: string }[]>('listPrintBatches');
    const params = { batchId: batch?.id ?? '' };
    const answers = [
      await taxi.call('getPrintBatch', { params }),
      await taxi.call('printBatch', { params, query: { locale: 'fr' } }),
      await taxi.call('giveUpPrintBatch', { params }),
      await citizen.call('listPrintBatches'),
      await agent.call('setCarrier', { body: { channel: 'ebox', account: '1', isOn: true, revision: 1 } }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 403, 403]);
  });

  it('the pages of whoever plays the postman say that it is a demonstration', async () => {
    for (const path of ['/post', `/post/${((await letters(''))[0] as SandboxLetter).id}`]) {
      const answer = await fetch(`${sandbox.url}${path}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Demonstration');
    }
  });
});
