import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Actor, personOf } from '@irisflow/access';
import type { AccessView } from '@irisflow/casework';
import type { InstanceView } from './views/monitor.ts';
import {
  actorFor,
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  system,
} from '@irisflow/platform/testing';

const handle = 'sealed.handle-of-the-case.0123456789';
const number = '85.07.30-033.28';
const iban = 'BE68 5390 0754 7034';

describe('the privacy of a running instance', () => {
  let given: TestCasework;
  let citizen: Actor;
  let analyst: Actor;
  let administrator: Actor;
  let supervisor: Actor;
  let agent: Actor;
  let auditor: Actor;
  let caseId: string;
  let key: string;

  const at = (iso: string): void => given.clock.set(iso);
  const monitor = () => given.casework.monitor;
  const look = (actor: Actor): Promise<InstanceView> => monitor().getInstance(actor, { processInstanceKey: key });
  const told = (): Promise<AccessView[]> => given.casework.cases.listMyAccesses(citizen, {});
  const variable = (view: InstanceView, name: string) => view.variables.find((one) => one.name === name);

  const entryOf = async (action: string, outcome: string) => {
    const { items } = await given.casework.audit.listAudit(auditor, { search: action });
    return items.find((entry) => entry.outcome === outcome);
  };

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    citizen = await givenCitizen(casework, 'Léa Şimşek');
    const staff = (name: string, ...roles: ('analyst' | 'administrator' | 'supervisor' | 'agent' | 'auditor')[]) =>
      givenStaff(casework, { name, roles });
    analyst = await staff('Ann', 'analyst');
    administrator = await staff('Adam', 'analyst', 'administrator');
    supervisor = await staff('Sofie', 'agent', 'supervisor');
    agent = await staff('Bart', 'agent');
    auditor = await staff('Odile', 'auditor');
    const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    ({ caseId } = await casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    await casework.outbox.drain(system, {});
    key = given.engine.instances[0]?.processInstanceKey ?? '';
  });
  afterAll(() => given.close());

  beforeEach(() => {
    const [started] = given.engine.instances;
    const values = {
      ...started?.variables,
      caseHandle: handle,
      copied: { caseHandle: handle, note: `see ${handle}` },
      isDisabled: true,
      [number]: 'keyed by a national number',
      lea: { lea: 1 },
      language: 'fr',
      submittedOn: number,
    };
    given.engine.variables.set(
      key,
      Object.entries(values).map(([name, value]) => ({ name, value: JSON.stringify(value), scopeKey: key })),
    );
    given.engine.incidents.length = 0;
    given.engine.incidents.push({
      incidentKey: '77',
      processInstanceKey: key,
      errorType: 'JOB_NO_RETRIES',
      message: `Expected the register to answer, but found "Léa Şimşek" with ${number}, ${iban}, lea@example.org, +32 470 12 34 56 and ${handle}; status 503`,
      elementId: 'instruct',
      elementInstanceKey: key,
      jobKey: '78',
      createdAt: '2026-11-25T09:00:00.000Z',
    });
  });

  test('shows nobody a personal value by default, only its shape', async () => {
    for (const actor of [analyst, administrator]) {
      const view = await look(actor);
      // then what the platform itself put there can be read
      expect(variable(view, 'language')).toMatchObject({ value: '"fr"', isMasked: false });
      expect(variable(view, 'caseId')).toMatchObject({ value: JSON.stringify(caseId), isMasked: false });
      expect(variable(view, 'parameters')?.isMasked).toBe(false);
      // and everything else is a shape, truth values too, and what pretends to be the platform's
      expect(variable(view, 'applicant')).toMatchObject({ value: null, isMasked: true });
      expect(variable(view, 'applicant')?.shape).toContainEqual({
        path: 'nationalNumber',
        kind: 'text',
        size: 'short',
      });
      expect(variable(view, 'submittedOn')).toMatchObject({ value: null, isMasked: true });
      expect(view.variables.filter(({ name }) => name === '•••').length).toBeGreaterThanOrEqual(3);
      const text = JSON.stringify({ ...view, xml: '' });
      for (const secret of [number, '85000099712', 'imsek', 'Şimşek', 'Léa', 'lea@', '5390', '470', '700', 'true,'])
        expect(text.replaceAll('"isMasked":true,', ''), secret).not.toContain(secret);
    }
    // and neither does the clerk's view of the process
    const process = await monitor().getCaseProcess(agent, { caseId });
    expect(JSON.stringify(process)).not.toContain('85000099712');
  });

  test('lists neither the process of a case with which the reader has a conflict of interest, nor what it calls', async () => {
    given.engine.calls.set('602', key);
    const [own, called] = [await given.engine.monitor.instance(key), await given.engine.monitor.instance('602')];
    const listed = { ...called, processDefinitionKey: own.processDefinitionKey, hasIncident: true };
    vi.spyOn(given.engine.monitor, 'searchInstances').mockResolvedValue({ items: [own, listed], total: 2 });
    const list = async (actor: Actor) =>
      (await monitor().listInstances(actor, { key: 'rent-aid', incidents: true })).items.length;
    expect(await list(administrator)).toBe(2);
    const { id } = personOf(administrator);
    await given.database.query(
      `insert into casework.conflict_of_interest (id, administration, person_id, case_id, about, reason, declared_by, declared_at)
       values ('c', 'housing', $1, $2, 'x', 'x', $1, now())`,
      [id, caseId],
    );
    expect(await list(actorFor({ ...personOf(administrator), isApart: true }))).toBe(0);
    await given.database.query(`delete from casework.conflict_of_interest where id = 'c'`);
  });

  test('keeps the words of a message that say nothing about a person', async () => {
    const [incident] = (await look(analyst)).incidentList;
    expect(incident?.message).toBe('Expected the register to answer, but found "•••" with ••• and •••; status 503');
  });

  test('names steps and tells what stopped them in every language', async () => {
    const process = await monitor().getCaseProcess(agent, { caseId });
    expect(process.names['instruct']).toEqual({ fr: 'Instruire', nl: 'Onderzoeken', en: 'Instruct' });
    expect(process.incidentList[0]?.text.nl).toMatch(/^De stap is meermaals/);
  });

  test('masks what people are called wherever it stands: in keys, in lists, in small letters, in long numbers', async () => {
    const values = {
      household: '[{"dupont":1,"x@example.org":2,"birthDate":"1990-01-02"},{"lease":null}]',
      rent: '9007199254740993',
      reference: '"BH-RA-2026-000001-97"',
      parameters: '{"secret":5}',
    };
    given.engine.variables.set(
      key,
      Object.entries(values).map(([name, value]) => ({ name, value, scopeKey: key })),
    );
    const [incident] = given.engine.incidents;
    if (incident !== undefined)
      given.engine.incidents[0] = { ...incident, message: 'no rent for jean dupont, rue haute 12: 9007199254740993' };
    const view = await look(analyst);
    const text = JSON.stringify({ ...view, reference: null });
    for (const secret of ['dupont', 'jean', 'haute', '9007', 'example', '1990', 'secret', '000001-97'])
      expect(text, secret).not.toContain(secret);
    // and two members of a household look like one
    expect(view.variables.flatMap(({ shape }) => shape).filter(({ path }) => path === '[]')).toHaveLength(1);
    // and in clear nothing is rounded
    await monitor().unmaskInstance(administrator, { processInstanceKey: key, reason: 'Check', category: 'control' });
    expect(variable(await look(administrator), 'rent')?.value).toBe('9007199254740993');
    await monitor().maskInstance(administrator, { processInstanceKey: key });
  });

  test('never shows the handle of the case, masked or not', async () => {
    await monitor().unmaskInstance(administrator, { processInstanceKey: key, reason: 'Check', category: 'control' });
    for (const actor of [analyst, administrator]) {
      const text = JSON.stringify(await look(actor));
      expect(text).not.toContain('caseHandle');
      expect(text).not.toContain(handle);
    }
    await expect(
      monitor().setVariables(administrator, {
        processInstanceKey: key,
        scopeKey: key,
        variables: { caseHandle: 'x' },
        reason: 'Try',
      }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await monitor().maskInstance(administrator, { processInstanceKey: key });

    // and not to the auditor either, in what was there before a repair
    const copied = { processInstanceKey: key, scopeKey: key, variables: { copied: {} }, reason: 'Tidy' };
    await monitor().setVariables(administrator, copied);
    await monitor().resolveIncident(administrator, { incidentKey: '77', reason: 'Again' });
    for (const action of ['variables.set', 'incident.resolved']) {
      const sequence = (await entryOf(action, 'asked'))?.sequence ?? 0;
      const detail = await given.casework.audit.readSealedDetail(auditor, { sequence });
      expect(detail.content?.before).toBeTruthy();
      expect(JSON.stringify(detail)).not.toContain(handle);
    }
  });

  test('unmasking takes a role and a reason, ends by itself and is told to the applicant', async () => {
    at('2026-11-26T10:00:00Z');
    const asked = { processInstanceKey: key, reason: 'The amount is wrong for Léa', category: 'incident' } as const;
    for (const actor of [analyst, agent, citizen, auditor])
      await expect(monitor().unmaskInstance(actor, asked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const reason of ['', ' \n ', 'x'.repeat(2001)])
      await expect(monitor().unmaskInstance(administrator, { ...asked, reason })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
    const stranger = await givenStaff(given.casework, { name: 'T', roles: ['supervisor'], administration: 'taxi' });
    await expect(monitor().unmaskInstance(stranger, asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });

    // when the administrator unmasks, then they alone see values
    expect(await monitor().unmaskInstance(administrator, asked)).toEqual({ endsAt: '2026-11-26T10:15:00.000Z' });
    const clear = await look(administrator);
    expect(clear.unmaskedUntil).toBe('2026-11-26T10:15:00.000Z');
    expect(variable(clear, 'applicant')?.value).toContain('85000099712');
    expect((await look(analyst)).unmaskedUntil).toBeNull();
    expect(variable(await monitor().getCaseProcess(supervisor, { caseId }), 'applicant')?.value).toBeNull();

    // and a role that was taken away closes it
    if (administrator.kind !== 'person') throw new TypeError('Expected a person');
    const demoted: Actor = { ...administrator, person: { ...administrator.person, roles: ['analyst'] } };
    expect((await look(demoted)).unmaskedUntil).toBeNull();

    // and the masks come back at the second
    at('2026-11-26T10:14:59.999Z');
    expect((await look(administrator)).unmaskedUntil).not.toBeNull();
    at('2026-11-26T10:15:00Z');
    expect(variable(await look(administrator), 'applicant')).toMatchObject({ value: null, isMasked: true });

    // and the applicant is told which office, when and why, in words, without a name
    const [line] = (await told()).filter(({ kind }) => kind === 'unmasking');
    expect(line).toMatchObject({
      caseId,
      firstAt: '2026-11-26T10:00:00.000Z',
      actingAs: 'administrator',
      by: { fr: 'Bruxelles Logement', nl: 'Brussel Huisvesting', en: 'Brussels Housing' },
      purpose: { en: 'Solving a technical problem that held up your case' },
    });
    expect(JSON.stringify(await told())).not.toContain('Adam');
  });

  test('a correction takes a role and a reason, keeps before and after sealed, and is told to the applicant', async () => {
    at('2026-11-26T11:00:00Z');
    const change = {
      processInstanceKey: key,
      scopeKey: key,
      variables: { applicant: { name: 'Léa Dupont' } },
      reason: 'Married name of Léa',
      category: 'wrongData',
    } as const;
    await expect(monitor().setVariables(analyst, change)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(monitor().setVariables(administrator, { ...change, reason: ' ' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await monitor().setVariables(administrator, change);

    // then nothing personal stands in the chain
    const entry = await entryOf('variables.set', 'asked');
    const rows = await given.database.query<{ detail: unknown }>('select detail from casework.audit_entry');
    for (const secret of ['Dupont', 'Léa', '85000099712', 'Married'])
      expect(JSON.stringify(rows)).not.toContain(secret);
    const sealed = await given.database.query('select sealed from casework.sealed_detail');
    expect(JSON.stringify(sealed)).not.toContain('Dupont');

    // and the auditor reads before and after, which is on record
    const sequence = entry?.sequence ?? 0;
    const detail = await given.casework.audit.readSealedDetail(auditor, { sequence });
    expect(detail.content).toMatchObject({
      reason: 'Married name of Léa',
      before: { applicant: { nationalNumber: '85000099712' } },
      after: { applicant: { name: 'Léa Dupont' } },
      names: ['applicant'],
    });
    expect(await entryOf('audit.detailRead', 'done')).toMatchObject({ object: `audit:${sequence}` });
    for (const actor of [administrator, analyst, supervisor, citizen])
      await expect(given.casework.audit.readSealedDetail(actor, { sequence })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });

    // and the applicant sees it in both places
    expect((await told())[0]).toMatchObject({ kind: 'correction', purpose: { fr: 'Rectifier une donnée fausse' } });
    const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(timeline[0]).toMatchObject({
      kind: 'valuesCorrected',
      text: { en: 'Data in your case were corrected. Reason: Putting a wrong datum right' },
      actor: { en: 'Brussels Housing' },
    });
  });

  test('values are erased and the chain stays valid; values that were changed are found', async () => {
    const sequence = (await entryOf('variables.set', 'asked'))?.sequence ?? 0;
    await expect(
      given.casework.audit.eraseSealed(administrator, { administration: 'housing', sequence }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await given.database.query("update casework.sealed_detail set sealed = 'A' || sealed");
    await expect(given.casework.audit.readSealedDetail(auditor, { sequence })).rejects.toMatchObject({
      code: 'AUDIT_DAMAGED',
    });
    await given.casework.audit.eraseSealed(system, { administration: 'housing', sequence });
    expect(await given.casework.audit.readSealedDetail(auditor, { sequence })).toEqual({
      sequence,
      isErased: true,
      content: null,
    });
    expect(await given.casework.audit.verifyAudit(auditor, {})).toMatchObject({
      intact: true,
      chains: [{ chain: 'housing' }],
    });
  });

  test('every repair takes a reason and is told; what the engine refused is not', async () => {
    at('2026-11-26T12:00:00Z');
    const why = { processInstanceKey: key, reason: 'A register is down' };
    for (const repair of ['suspendInstance', 'resumeInstance', 'cancelInstance'] as const)
      await expect(monitor()[repair](administrator, { ...why, reason: '' })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
    await expect(monitor().resolveIncident(analyst, { incidentKey: '77', reason: '' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await expect(monitor().cancelInstance(analyst, why)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const before = (await told()).length;
    given.engine.failNext('unavailable');
    await expect(monitor().suspendInstance(analyst, why)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    expect(await told()).toHaveLength(before);

    await monitor().suspendInstance(analyst, why);
    await monitor().resumeInstance(analyst, why);
    await monitor().resolveIncident(analyst, { incidentKey: '77', reason: 'It is back', retries: 3 });
    await monitor().cancelInstance(administrator, why);
    expect((await told()).map(({ kind }) => kind).filter((kind) => kind !== 'opening')).toEqual(
      expect.arrayContaining(['cancellation', 'retry', 'resumption', 'suspension']),
    );
    const kinds = (await given.casework.cases.getMyCase(citizen, { caseId })).timeline.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['processSuspended', 'processResumed', 'processCanceled']));
  });
});

describe('the opening of a file', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let supervisor: Actor;
  let caseId: string;

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    citizen = await givenCitizen(casework);
    agent = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    supervisor = await givenStaff(casework, { name: 'Sofie', roles: ['agent', 'supervisor'] });
    const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Ş', rent: 700, hasLease: false };
    ({ caseId } = await casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
  });
  afterAll(() => given.close());

  const told = () => given.casework.cases.listMyAccesses(citizen, {});

  test('is one line a function and day for the applicant, without the clerk; a search is none', async () => {
    const { cases } = given.casework;
    given.clock.set('2026-11-26T08:00:00Z');
    await cases.searchCases(agent, {});
    expect(await told()).toEqual([]);

    // when two clerks look many times, at once too
    await Promise.all(Array.from({ length: 10 }, () => cases.getCase(agent, { caseId })));
    given.clock.set('2026-11-26T09:30:00Z');
    await cases.addNote(agent, { caseId, text: 'Checked' });
    await cases.getCase(supervisor, { caseId });
    // the same day in Brussels, though not in UTC
    given.clock.set('2026-11-26T22:30:00Z');
    await cases.getCase(agent, { caseId });
    given.clock.set('2026-11-26T23:30:00Z');
    await cases.getCase(agent, { caseId });

    // then there are three lines
    expect(await told()).toMatchObject([
      { kind: 'opening', actingAs: 'agent', firstAt: '2026-11-26T23:30:00.000Z', lastAt: '2026-11-26T23:30:00.000Z' },
      { kind: 'opening', actingAs: 'agent', firstAt: '2026-11-26T08:00:00.000Z', lastAt: '2026-11-26T22:30:00.000Z' },
      {
        kind: 'opening',
        actingAs: 'supervisor',
        by: { en: 'Brussels Housing' },
        purpose: { en: 'Handling of your case' },
      },
    ]);
    for (const name of ['Bart', 'Sofie']) expect(JSON.stringify(await told())).not.toContain(name);
    expect(await given.casework.cases.listMyAccesses(await givenCitizen(given.casework, 'Other'), {})).toEqual([]);
  });
});
