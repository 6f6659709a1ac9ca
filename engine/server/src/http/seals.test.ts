import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { checkSeals, type LetterSealView } from '@irisflow/dispatch';
import { findPlanted } from '@irisflow/platform/testing';
import { openPkcs12, sealPdf, verifyPdf } from '@irisflow/signatures';
import { makeSealFile } from '@irisflow/signatures/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, taskOf } from '../testing/given-case.ts';
import { askEngine, callingHeaders, instanceOfCase, jobOf, variableOf } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor, visitor } from '../testing/visitor.ts';

const key = 'stall-permit';
const same = (text: string) => ({ fr: text, nl: text, en: text });
const DAY = 24 * 60;

/** Somebody decides and signs; then the letter goes. */
const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:${key}">
  <bpmn:process id="${key}" isExecutable="true">
    <bpmn:startEvent id="received" />
    <bpmn:userTask id="instruct" name="Instruct">
      <bpmn:extensionElements>
        <zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="agent" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:serviceTask id="tell">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="letter" retries="1" />
        <zeebe:ioMapping><zeebe:input source="= template" target="template" /></zeebe:ioMapping>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:endEvent id="done" />
    <bpmn:sequenceFlow id="f1" sourceRef="received" targetRef="instruct" />
    <bpmn:sequenceFlow id="f2" sourceRef="instruct" targetRef="tell" />
    <bpmn:sequenceFlow id="f3" sourceRef="tell" targetRef="done" />
  </bpmn:process>
</bpmn:definitions>
`;
const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Accordé.' }] }] };
const letter = {
  kind: 'letter',
  formatVersion: 1,
  key: 'decision',
  subject: same('Décision'),
  mandatory: [],
  body: { fr: body, nl: body, en: body },
};

interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}
interface Problem {
  readonly code: string;
  readonly detail: string;
}

describe('letters of an administration with a seal', () => {
  const file = makeSealFile({ holder: 'Bruxelles Logement' });
  let folder: string;
  let given: TestPlatform;
  let citizen: Visitor;
  let agent: Visitor;

  const publish = async (analyst: Visitor): Promise<void> => {
    const params = { key };
    await analyst.ask('createProcedure', { body: { key, title: 'Stalls' } });
    const draft = await analyst.ask<Draft>('getProcedureDraft', { params });
    const description = JSON.parse(draft.files.find((one) => one.path === 'procedure.json')?.content ?? '{}') as {
      tasks: Record<string, object>;
    };
    const capacity = { fr: 'directrice du logement', nl: 'directeur huisvesting', en: 'head of housing' };
    description.tasks['instruct'] = { ...description.tasks['instruct'], capacity };
    let { revision } = draft;
    for (const [name, content] of [
      [`${key}.bpmn`, process],
      ['decision.letter.json', JSON.stringify(letter)],
      ['procedure.json', JSON.stringify(description)],
    ] as const)
      ({ revision } = await analyst.ask<Draft>('saveProcedureFile', {
        params,
        body: { path: name, content, revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'First', revision } });
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'irisflow-seals-'));
    const seals = new Map([['brussels-housing', await openPkcs12(file.bytes, file.passphrase)]]);
    given = await openTestPlatform({}, undefined, { seals });
    // The certificate is made today, and the clock of tests stands on another day.
    given.clock.pass((Date.now() - given.clock.now()) / 60_000 + 60);
    const of = { administration: 'brussels-housing' };
    await publish(await givenPerson(given.app, given.casework, { name: 'Ann', roles: ['analyst'], ...of }));
    await signIn();
  });
  afterAll(async () => {
    await given.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async (): Promise<void> => {
    const { app, casework } = given;
    agent = await givenPerson(app, casework, { name: 'Amy', roles: ['agent'], administration: 'brussels-housing' });
    citizen = await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'] });
  };

  /** A case that was decided, whose letter a connector is about to send. */
  const decided = async () => {
    const caseId = await givenCase(citizen, key);
    const taskId = await taskOf(given.casework, agent, caseId);
    await agent.ask('claimTask', { params: { taskId } });
    await agent.ask('completeTask', { params: { taskId }, body: { data: { conclusion: 'granted' } } });
    const instance = await instanceOfCase(given, caseId);
    const job = await jobOf(given, instance, 'letter');
    const connector = visitor(given.app, callingHeaders(await variableOf(given, instance, 'caseHandle'), job));
    const headers = { 'idempotency-key': job.jobKey };
    const request = { body: { template: 'decision', channel: ['portal'], values: {} }, headers };
    return { caseId, job: job.jobKey, send: () => connector.call('createLetter', request) };
  };
  const sealed = async (): Promise<{ readonly caseId: string; readonly documentId: string }> => {
    const { caseId, send } = await decided();
    return { caseId, ...(await send()).json<{ documentId: string }>() };
  };
  const sealsOf = (caseId: string, who = agent) =>
    who.ask<LetterSealView[]>(who === agent ? 'listCaseSeals' : 'listMySeals', { params: { caseId } });
  const bytesOf = async (caseId: string, documentId: string): Promise<Buffer> =>
    (await citizen.call('downloadMyDocument', { params: { caseId, documentId } })).rawPayload;
  const told = (bytes: Buffer): string => {
    const at = path.join(folder, 'letter.pdf');
    writeFileSync(at, bytes);
    return spawnSync('pdfsig', ['-nocert', at], { encoding: 'utf8' }).stdout;
  };

  it('are sealed once, verify with the tools of others, and say who signed', async () => {
    const { caseId, send } = await decided();
    const { documentId } = (await send()).json<{ documentId: string }>();
    // The worker died before it said so: done again, it is the same letter.
    expect((await send()).json()).toMatchObject({ documentId });
    const seals = await sealsOf(caseId);
    expect(seals).toMatchObject([
      {
        documentId,
        state: 'valid',
        signatory: { name: 'Amy', capacity: 'directrice du logement' },
        certificate: { holder: 'Bruxelles Logement', issuer: 'Bruxelles Logement' },
      },
    ]);
    expect(await sealsOf(caseId, citizen)).toEqual(seals);
    const bytes = await bytesOf(caseId, documentId);
    expect(told(bytes)).toMatch(
      /Signature is Valid[^]*Total document signed|Total document signed[^]*Signature is Valid/,
    );
    const text = execFileSync('pdftotext', ['-layout', path.join(folder, 'letter.pdf'), '-'], { encoding: 'utf8' });
    expect(text).toContain('Cachet électronique de Bruxelles Logement, apposé le');
    expect(text).toContain('Signé par Amy, directrice du logement');
  });

  it('are shown to nobody else, and those of another administration are not sealed', async () => {
    const { caseId } = await sealed();
    const { app, casework } = given;
    const of = { administration: 'brussels-mobility' };
    const other = await givenPerson(app, casework, { name: 'Mia', roles: ['agent'], ...of });
    const stranger = await givenPerson(app, casework, { name: 'Sam', roles: ['citizen'] });
    expect((await other.call('listCaseSeals', { params: { caseId } })).statusCode).toBe(404);
    expect((await stranger.call('listMySeals', { params: { caseId } })).statusCode).toBe(404);
  });

  it('go unchanged into the archive of a copy of the file', async () => {
    const { caseId, documentId } = await sealed();
    const params = { caseId };
    const [asked] = await citizen.ask<{ id: string }[]>('copyMyFile', { params });
    await given.casework.copies.make({ kind: 'job', name: 'operator' }, {});
    const fetched = async (format: string) =>
      (await citizen.call('fetchMyFileCopy', { params: { caseId, copyId: asked?.id ?? '' }, query: { as: format } }))
        .rawPayload;
    const files = unzipSync(await fetched('zip'));
    const letters = Object.entries(files).filter(([name]) => name.startsWith('documents/'));
    expect(letters.map(([, content]) => Buffer.from(content))).toEqual([await bytesOf(caseId, documentId)]);
    // Its pages beside other ones are no sealed letter, and do not look like a broken one.
    expect(told(await fetched('pdf'))).not.toContain('Signature');
  });

  it('are one thing and files of others another, whatever signature those bring', async () => {
    const { caseId, documentId } = await sealed();
    const bytes = await bytesOf(caseId, documentId);
    const upload = (name: string, content: Buffer) =>
      agent.ask('addCaseDocument', {
        params: { caseId },
        query: { kind: 'report', shownTo: 'applicant' },
        file: { name, content },
      });
    // The same holder by name, with a key of one's own: anybody makes such a certificate.
    const forger = makeSealFile({ holder: 'Bruxelles Logement' });
    const from = bytes.indexOf('/Contents <') + '/Contents <'.length;
    const empty = Buffer.from(bytes).fill('0', from, bytes.indexOf('>', from));
    const forged = await sealPdf(await openPkcs12(forger.bytes, forger.passphrase), empty);
    expect(verifyPdf(forged)).toMatchObject({ holder: 'Bruxelles Logement' });
    await upload('real.pdf', bytes);
    await upload('forged.pdf', forged);
    expect((await sealsOf(caseId)).map((seal) => seal.documentId)).toEqual([documentId]);
  });

  it('are found by the deep check once their bytes are other ones, and shown so', async () => {
    const { caseId, documentId } = await sealed();
    const { database } = given;
    expect(await checkSeals(database)).toEqual([]);
    const change = (sql: string) =>
      `update casework.document_chunk set bytes = ${sql} where upload_id =
        (select k.upload_id from casework.document_content k join casework.document d on d.sha256 = k.sha256
          where d.id = '${documentId}') and ordinal = 0`;
    const damage = change('set_byte(bytes, 2000, (get_byte(bytes, 2000) + 1) % 256)');
    const said = `Expected letter ${documentId} of case ${caseId} to be as it was sealed, but it is not`;
    expect(await findPlanted(database, [damage], checkSeals)).toEqual([said]);
    await database.query(damage);
    expect(await sealsOf(caseId)).toMatchObject([{ state: 'altered' }]);
    expect(await sealsOf(caseId, citizen)).toMatchObject([{ state: 'altered' }]);
    await database.query(change('set_byte(bytes, 2000, (get_byte(bytes, 2000) + 255) % 256)'));
    expect(await sealsOf(caseId)).toMatchObject([{ state: 'valid' }]);
  });

  it('wait with an incident once the certificate has ended, stay as they were before, and go on with a new one', async () => {
    const before = await sealed();
    const { caseId, job, send } = await decided();
    given.clock.pass(31 * DAY);
    await signIn();
    const answer = await send();
    const { code, detail } = answer.json<Problem>();
    expect([answer.statusCode, code]).toEqual([409, 'SEAL_UNUSABLE']);
    expect(detail).toMatch(/electronic seal of brussels-housing.* it ended on /);
    // What a connector does with such an answer.
    await askEngine(given, `/jobs/${job}/failure`, { retries: 0, errorMessage: detail });
    await given.casework.monitor.watch({ kind: 'job', name: 'operator' }, {});
    const [incident] = await agent.ask<{ text: { en: string } }[]>('listCaseIncidents', { params: { caseId } });
    expect(incident?.text.en).toMatch(/seal of the administration cannot be set/);
    expect(await sealsOf(caseId)).toEqual([]);
    // What was sealed in its time still counts.
    expect(await sealsOf(before.caseId)).toMatchObject([{ state: 'valid' }]);
    given.clock.pass(-31 * DAY);
    await signIn();
    expect((await send()).statusCode).toBe(200);
    expect(await sealsOf(caseId)).toHaveLength(1);
  });
});
