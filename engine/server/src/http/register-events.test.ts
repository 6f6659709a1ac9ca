import { bpmnModel } from '@irisflow/bpmn';
import { marketRight } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

const key = 'stand-permit';
const administration = 'brussels-housing';
const source = 'national-register';
const nationalNumber = '85073000160';
const system = { kind: 'job', name: 'operator' } as const;
const same = (text: string) => ({ fr: text, nl: text, en: text });

/** Lives with a permit, and has a clerk look at it when its holder moves. */
const lives = bpmnModel()
  .process(
    'permit-life',
    (path) =>
      void path
        .start('begun', { event: { message: 'right.activated' } })
        .catchEvent('moved', { event: { message: 'person.moved', correlationKey: '=caseId' } })
        .userTask('look-at-move', { candidateGroups: 'agent' })
        .end(),
  )
  .toXml();

const declared = {
  key: source,
  name: same('National register'),
  what: same('the household'),
  purpose: same('Know who lives there'),
  legalBasis: 'Law of 1983',
  fields: ['address'],
};

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly happenedOn: string;
  readonly aboutApplicant: boolean;
  readonly seenBy: string | null;
}

describe('what registers tell by themselves, over HTTP, on the real engine', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let agent: Visitor;
  let register: Visitor;
  let administrator: Visitor;
  let calls = 0;

  const days = (ahead: number) => new Date(given.clock.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const tokenOf = async (by: Visitor, more: object = {}) => {
    const body = {
      name: 'Register',
      scopes: ['registers.tell'],
      procedures: null,
      addresses: null,
      lastDay: days(30),
      ...more,
    };
    const { token } = await by.ask<{ token: string }>('createApiToken', { body });
    return visitor(given.app, { authorization: `Bearer ${token}` });
  };
  const tells = async (by: Visitor, eventId: string, body: object = {}, from = source) =>
    (
      await by.call('hearRegister', {
        params: { source: from, eventId },
        body: { kind: 'person.moved', subject: nationalNumber, on: days(0), ...body },
      })
    ).statusCode;
  const noticesOf = (caseId: string) => agent.ask<Notice[]>('listRegisterNotices', { params: { caseId } });

  const open = async (procedureKey = key) => {
    const caseId = await givenCase(citizen, procedureKey, {});
    const connector = await givenConnector(given, caseId);
    const step = <Reply>(name: Parameters<Visitor['ask']>[0], body: object): Promise<Reply> =>
      connector.ask<Reply>(name, { body, headers: { 'idempotency-key': `step-${(calls += 1)}` } });
    return { caseId, step };
  };
  /** A case for which the register was asked about its applicant. */
  const givenAsked = async () => {
    const { caseId, step } = await open();
    const permission = await step<{ permitted: boolean; consultationId: string }>('askConsultation', {
      source,
      subject: nationalNumber,
    });
    expect(permission).toMatchObject({ permitted: true });
    await step('recordConsultationOutcome', { consultationId: permission.consultationId, outcome: 'found' });
    return { caseId, step };
  };

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const staff = (name: string, role: 'agent' | 'analyst' | 'administrator', place = administration) =>
      givenPerson(app, casework, { name, roles: [role], administration: place });
    const analyst = await staff('Ann', 'analyst');
    agent = await staff('Bart', 'agent');
    administrator = await staff('Olga', 'administrator');
    citizen = await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'], nationalNumber });
    await givenProcedure(analyst, key);
    const params = { key };
    const draft = await analyst.ask<{ revision: number; files: { path: string; content: string }[] }>(
      'getProcedureDraft',
      { params },
    );
    const content = draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '{}';
    const before = JSON.parse(content) as { tasks: object };
    const description = {
      ...before,
      sources: [declared],
      tasks: {
        ...before.tasks,
        'look-at-move': { name: same('Look at the move'), form: 'instruct', separateFrom: [] },
      },
    };
    let { revision } = draft;
    for (const [path, file] of [
      ['procedure.json', JSON.stringify(description)],
      ['stall.right.json', JSON.stringify(marketRight)],
      ['lives.bpmn', lives],
    ] as const)
      ({ revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
        params,
        body: { path, content: file, revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'Registers', revision } });
    await administrator.ask('grantSourceAuthorization', {
      body: {
        procedureKey: key,
        sourceKey: source,
        purpose: same('Know who lives there'),
        legalBasis: same('Law of 1983'),
        fields: ['address'],
      },
    });
    register = await tokenOf(administrator);
  }, 60_000);
  afterAll(() => given.close());

  it('a move is told to the case that asked, once, with a task of the process that waits for it and a mark for its clerks', async () => {
    const { caseId, step } = await givenAsked();
    await step('changeRight', { action: 'grant', kind: 'stall', data: { place: 'Flagey' } });
    await given.casework.outbox.drain(system, {});
    for (let times = 0; times < 2; times += 1) expect(await tells(register, 'move-1')).toBe(204);
    const [notice, ...others] = await noticesOf(caseId);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ kind: 'person.moved', happenedOn: days(0), aboutApplicant: true, seenBy: null });

    const task = await vi.waitFor(
      async () => {
        await given.casework.outbox.drain(system, {});
        await given.casework.tasks.synchronize(system, {});
        const { items } = await agent.ask<{ items: { caseId: string; elementId: string; name: { en: string } }[] }>(
          'listTasks',
          {
            query: { view: 'team' },
          },
        );
        const found = items.find((item) => item.caseId === caseId && item.elementId === 'look-at-move');
        if (found === undefined) throw new Error('Expected a task of the move, but there is none');
        return found;
      },
      { timeout: 10_000, interval: 100 },
    );
    expect(task.name.en).toBe('Look at the move');
    const noted = await agent.ask<Notice[]>('noteRegisterNotice', {
      params: { caseId, registerNoticeId: notice?.id ?? '' },
    });
    expect(noted).toMatchObject([{ seenBy: 'Bart' }]);
    const { items: audit } = await administrator.ask<{ items: object[] }>('listAudit', {
      query: { search: 'register.noted' },
    });
    expect(audit).toMatchObject([{ action: 'register.noted', object: `case:${caseId}` }]);
    const { timeline } = await agent.ask<{ timeline: { kind: string }[] }>('getCase', { params: { caseId } });
    expect(timeline.filter(({ kind }) => kind === 'registerTold')).toHaveLength(1);
    // Whoever moved reads that the office was told.
    expect(await citizen.ask<object[]>('listMyConsultations')).toHaveLength(2);
  }, 60_000);

  it('answers the same whether the case is there or not, also to who says another thing under the same name', async () => {
    const { caseId } = await givenAsked();
    expect(await tells(register, 'probe', { kind: 'person.died' })).toBe(204);
    // What is told of a case that nobody knows is answered in the same way.
    for (const other of [{ on: days(-1) }, { kind: 'person.died', subject: '85.01.01-123.87' }, {}])
      expect(await tells(register, 'probe', other)).toBe(204);
    expect(await noticesOf(caseId)).toMatchObject([{ kind: 'person.died', happenedOn: days(0) }]);
    const entries = await given.database.query<{ detail: object }>(
      `select detail from casework.audit_entry where action = 'register.contradicted' and object = $1 order by sequence`,
      [`case:${caseId}`],
    );
    expect(entries).toMatchObject([
      { detail: { event: 'probe', told: { kind: 'person.died' }, now: { kind: 'person.moved', on: days(-1) } } },
      { detail: { now: { kind: 'person.moved', on: days(0) } } },
    ]);
  }, 60_000);

  it('is told a closed case as long as what it left behind lives', async () => {
    const over = await givenAsked();
    await over.step('closeCase', { reason: 'Over' });
    const living = await givenAsked();
    await living.step('changeRight', { action: 'grant', kind: 'stall', data: { place: 'Jette' } });
    await living.step('closeCase', { reason: 'Over' });
    expect(await tells(register, 'death-0', { kind: 'person.died' })).toBe(204);
    expect(await noticesOf(over.caseId)).toEqual([]);
    expect(await noticesOf(living.caseId)).toMatchObject([{ kind: 'person.died' }]);
  }, 60_000);

  it('hears fifty events that nobody has looked at, and more once somebody has; the auditor reads what was not told', async () => {
    const flood = await tokenOf(administrator);
    const { caseId } = await givenAsked();
    for (let count = 0; count < 52; count += 1) expect(await tells(flood, `flood-${count}`)).toBe(204);
    const notices = await noticesOf(caseId);
    expect(notices).toHaveLength(50);
    const left = await given.database.query<{ detail: object }>(
      `select detail from casework.audit_entry where action = 'register.untold' and object = $1 order by sequence`,
      [`case:${caseId}`],
    );
    expect(left).toMatchObject([{ detail: { event: 'flood-50' } }, { detail: { event: 'flood-51' } }]);

    await agent.ask('noteRegisterNotice', { params: { caseId, registerNoticeId: notices[0]?.id ?? '' } });
    expect(await tells(flood, 'flood-51')).toBe(204);
    expect(await noticesOf(caseId)).toHaveLength(51);
  }, 60_000);

  it('is told a case however many others asked about the same number before', async () => {
    const over = await givenAsked();
    await over.step('closeCase', { reason: 'Over' });
    const { caseId } = await givenAsked();
    // They are over, and come first in the order of their ids.
    const copies = (table: string, where: string, changed: string) =>
      given.database.query(
        `insert into casework.${table} overriding system value
         select r.* from casework.${table} t, generate_series(1, 501) n,
           lateral jsonb_populate_record(t, to_jsonb(t) || jsonb_build_object(${changed})) r where ${where} = $1`,
        [over.caseId],
      );
    await copies(
      'application_draft',
      '(select c.id from casework.case_file c where c.draft_id = t.id)',
      `'id', 'D' || n`,
    );
    await copies(
      'case_file',
      't.id',
      `'id', '!' || n, 'reference', 'R' || n, 'process_instance_key', null, 'draft_id', 'D' || n`,
    );
    await copies('consultation', 't.case_id', `'id', 1000000 + n, 'case_id', '!' || n`);
    expect(await tells(register, 'move-7')).toBe(204);
    expect(await noticesOf(caseId)).toMatchObject([{ kind: 'person.moved' }]);
  }, 60_000);

  it('is told nobody else: other numbers, sources, procedures and administrations, and what may ask no more', async () => {
    const { caseId } = await givenAsked();
    const { caseId: unasked } = await open();
    expect(await tells(register, 'death-1', { kind: 'person.died', subject: '85.01.01-123.87' })).toBe(204);
    expect(await tells(register, 'move-2', {}, 'address-register')).toBe(204);
    const mobility = await givenPerson(given.app, given.casework, {
      name: 'Mo',
      roles: ['administrator'],
      administration: 'brussels-mobility',
    });
    expect(await tells(await tokenOf(mobility), 'move-3')).toBe(204);
    expect(await tells(await tokenOf(administrator, { procedures: ['rent-aid'] }), 'move-4')).toBe(204);
    for (const wrong of [{ subject: '85073000161' }, { on: days(2) }, { on: '0001-01-01' }, { kind: 'person.married' }])
      expect(await tells(register, 'wrong', wrong)).toBe(400);
    for (const by of [administrator, await tokenOf(administrator, { scopes: ['cases.open'] })])
      expect(await tells(by, 'move-5')).toBe(403);
    expect(await noticesOf(caseId)).toEqual([]);
    expect(await noticesOf(unasked)).toEqual([]);

    const rows = await given.database.query<{ id: string }>('select id from casework.source_authorization');
    await administrator.ask('revokeSourceAuthorization', {
      params: { authorizationId: rows[0]?.id ?? '' },
    });
    expect(await tells(register, 'move-6')).toBe(204);
    expect(await noticesOf(caseId)).toEqual([]);
  }, 60_000);
});
