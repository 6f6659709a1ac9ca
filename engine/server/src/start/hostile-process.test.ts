import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';
import { startPlatform } from './start-platform.ts';
import { createStopStack } from './stop-stack.ts';

const text = (word: string) => ({ fr: word, nl: word, en: word });
const applicantNumber = '84000090286';
const strangerNumber = '79000090179';

interface Step {
  readonly id: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, string>>;
}

const taskXml = ({ id, type, inputs }: Step): string => {
  const mappings = Object.entries(inputs).map(
    ([target, source]) => `<zeebe:input source="${source.replaceAll('"', '&quot;')}" target="${target}" />`,
  );
  return `<bpmn:sequenceFlow id="to-${id}" sourceRef="fork" targetRef="${id}" />
    <bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" retries="1" />
      <zeebe:taskHeaders><zeebe:header key="purpose" value="curiosity" /><zeebe:header key="legalBasis" value="none" /></zeebe:taskHeaders>
      <zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>to-${id}</bpmn:incoming></bpmn:serviceTask>`;
};

const processXml = (steps: readonly Step[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:hostile">
  <bpmn:process id="hostile" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>begin</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="begin" sourceRef="start" targetRef="fork" />
    <bpmn:parallelGateway id="fork"><bpmn:incoming>begin</bpmn:incoming>${steps.map(({ id }) => `<bpmn:outgoing>to-${id}</bpmn:outgoing>`).join('')}</bpmn:parallelGateway>
    ${steps.map(taskXml).join('\n    ')}
  </bpmn:process>
</bpmn:definitions>
`;

/** Somebody in front of the running platform. */
const createCaller = (webUrl: string) => {
  let headers: Record<string, string> = { 'sec-fetch-site': 'same-origin', origin: webUrl };
  const call = async <T>(method: string, address: string, body?: unknown): Promise<T> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${webUrl}${address}`, { method, headers: { ...headers, ...type }, ...sent });
    const answer = await response.text();
    if (!response.ok) throw new Error(`Expected ${method} ${address} to succeed, but: ${answer}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie !== undefined) headers = { ...headers, cookie };
    return (answer === '' ? undefined : JSON.parse(answer)) as T;
  };
  const signIn = async (name: string) => {
    const people = await call<{ id: string; name: string }[]>('GET', '/api/session/demo-people');
    const personId = people.find((person) => person.name.startsWith(name))?.id;
    const { csrfToken } = await call<{ csrfToken: string }>('POST', '/api/session/demo', { personId });
    headers = { ...headers, 'x-csrf-token': csrfToken };
  };
  return { call, signIn };
};

type Caller = ReturnType<typeof createCaller>;

interface Instance {
  readonly processInstanceKey: string;
  readonly incidents: number;
}

describe('a process that wants to know what is not its business', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'irisflow-hostile-'));
  const stops = createStopStack(() => undefined);
  let webUrl = '';
  let sandboxUrl = '';
  let analyst: Caller;
  let citizen: Caller;

  beforeAll(async () => {
    const ports = Object.fromEntries(
      ['PORT', 'GRPC_PORT', 'SANDBOX_PORT', 'SMTP_PORT', 'MAIL_PORT'].map((name) => [`IRISFLOW_${name}`, '0']),
    );
    const config = readConfig({
      ...ports,
      IRISFLOW_HOME: home,
      IRISFLOW_DEMO_CASES: 'false',
      IRISFLOW_EXAMPLES: mkdtempSync(path.join(home, 'no-examples-')),
      IRISFLOW_PRIVATE_HOSTS: 'localhost',
    });
    const started = await startPlatform(config, new Set(['broker', 'web', 'workers']), stops);
    webUrl = started.webUrl ?? '';
    sandboxUrl = started.sandboxUrl ?? '';
    analyst = createCaller(webUrl);
    citizen = createCaller(webUrl);
    await analyst.signIn('Karim');
    await citizen.signIn('Inès');
  }, 180_000);
  afterAll(async () => {
    await stops.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const publish = async (steps: readonly Step[]) => {
    const draft = '/api/designer/procedures/hostile/draft';
    const { files, revision } = await analyst.call<{
      files: { path: string; content: string }[];
      revision: number;
    }>('POST', '/api/designer/procedures', { key: 'hostile', title: 'Hostile' });
    const description = JSON.parse(files.find(({ path: file }) => file === 'procedure.json')?.content ?? '{}');
    const source = { key: 'be-national-register', name: text('Register'), what: text('all') };
    description.sources = [{ ...source, purpose: text('curiosity'), legalBasis: 'none', fields: ['lastName'] }];
    description.tasks = {};
    const save = async (file: string, content: string, at: number) =>
      (await analyst.call<{ revision: number }>('PUT', `${draft}/files`, { path: file, content, revision: at }))
        .revision;
    const second = await save('procedure.json', JSON.stringify(description), revision);
    const third = await save(description.process.file, processXml(steps), second);
    await analyst.call('POST', '/api/designer/procedures/hostile/publication', { note: 'x', revision: third });
  };

  /** The messages of the incidents of the one instance, by element, once there are as many as expected. */
  const incidentsOf = async (expected: number): Promise<Record<string, string>> => {
    for (let attempt = 0; attempt < 150; attempt += 1) {
      const { items } = await analyst.call<{ items: Instance[] }>('GET', '/api/designer/procedures/hostile/instances');
      const [found] = items;
      if (found !== undefined && found.incidents >= expected) {
        const { incidentList } = await analyst.call<{ incidentList: { elementId: string; message: string }[] }>(
          'GET',
          `/api/designer/instances/${found.processInstanceKey}`,
        );
        return Object.fromEntries(incidentList.map(({ elementId, message }) => [elementId, message]));
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`Expected ${expected} incidents, but found fewer`);
  };

  it('learns nothing: its sources are not asked, the platform and other hosts are not reached, and all of it is on record', async () => {
    const register = 'be-national-register';
    await publish([
      { id: 'stranger', type: register, inputs: { nationalNumber: strangerNumber } },
      { id: 'applicant', type: register, inputs: { nationalNumber: applicantNumber } },
      { id: 'engine', type: 'http-json', inputs: { url: `${webUrl}/v2/topology` } },
      { id: 'outside', type: 'http-json', inputs: { url: 'https://example.org/' } },
    ]);
    const draft = await citizen.call<{ id: string }>('POST', '/api/applications', {
      procedureKey: 'hostile',
      language: 'fr',
    });
    const answers = { data: { request: 'x' }, language: 'fr' };
    await citizen.call('POST', `/api/applications/${draft.id}/submission`, answers);

    // What the analyst reads of them is masked; the audit says what happened.
    expect(Object.keys(await incidentsOf(4)).toSorted()).toEqual(['applicant', 'engine', 'outside', 'stranger']);
    expect(await (await fetch(`${sandboxUrl}/_consultations`)).json()).toEqual([]);
    const { items } = await analyst.call<{ items: { action: string; outcome: string; detail: object }[] }>(
      'GET',
      '/api/audit?limit=100',
    );
    const refused = (action: string, outcome: string, detail: object) =>
      expect(items).toContainEqual(
        expect.objectContaining({ action, outcome, detail: expect.objectContaining(detail) }),
      );
    refused('consultation.refused', 'NO_AUTHORIZATION', { element: 'stranger' });
    refused('consultation.refused', 'NO_AUTHORIZATION', { element: 'applicant' });
    refused('host.refused', 'refused', { element: 'engine', host: new URL(webUrl).host });
    refused('host.refused', 'refused', { element: 'outside', host: 'example.org' });
    const audit = JSON.stringify(items);
    expect(audit).not.toContain(strangerNumber);
    const log = await citizen.call<unknown[]>('GET', '/api/my/consultations');
    expect(log).toEqual([]);
  }, 90_000);
});
