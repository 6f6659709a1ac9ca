import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, type Operation, type OperationId } from '../api/contract/index.ts';
import { askDiagnosis, givenCase, givenProcedure, leaveRight, offerBulk } from '../testing/given-case.ts';
import { givenBelongings, pdf } from '../testing/given-belongings.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { authorization, validBodies, validQueries, view } from '../testing/valid-bodies.ts';
import { givenPerson, visitor, type Request, type Visitor } from '../testing/visitor.ts';

/** A restricted answer that nobody unmasked. */
const planted = 'Maladie-de-Crohn-4711';
const everyStaffRole = [
  'agent',
  'supervisor',
  'analyst',
  'administrator',
  'auditor',
  'accountant',
  'communicator',
] as const;

interface CaseFile {
  readonly id: string;
  readonly processInstanceKey?: string;
  readonly documents: { readonly id: string; readonly origin: string }[];
  readonly informationRequests: { readonly id: string }[];
}

describe('isolation', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let citizen: Visitor;
  let neighbor: Visitor;
  let housing: Visitor;
  let mobility: Visitor;
  /** Somebody of housing who has a conflict of interest with `citizen`. */
  let partial: Visitor;
  let connector: Visitor;
  /** What belongs to `citizen` and to housing, by the names of path parameters. */
  let own: Record<string, string>;

  beforeAll(async () => {
    given = await openTestPlatform();
    ({ app } = given);
    const person = (name: string, more: Omit<Parameters<typeof givenPerson>[2], 'name'>) =>
      givenPerson(app, given.casework, { name, ...more });
    citizen = await person('Léa', { roles: ['citizen'], nationalNumber: '85000099712' });
    neighbor = await person('Noor', { roles: ['citizen'] });
    housing = await person('Hugo', { roles: everyStaffRole, administration: 'brussels-housing' });
    mobility = await person('Mia', { roles: everyStaffRole, administration: 'brussels-mobility' });
    partial = await person('Pia', { roles: everyStaffRole, administration: 'brussels-housing' });
    await givenProcedure(housing, 'rent-aid');
    await leaveRight(housing, 'rent-aid');
    await offerBulk(housing, 'rent-aid');
    await askDiagnosis(housing, 'rent-aid', { reason: 'health' });
    const caseId = await givenCase(citizen, 'rent-aid', { diagnosis: planted });
    connector = await givenConnector(given, caseId);
    own = await givenBelongings({ given, citizen, housing, connector }, caseId);
    await partial.ask('declareConflict', { params: { caseId }, body: { scope: 'party', reason: 'My sister.' } });
  });
  afterAll(() => given.close());

  const requestOf = (id: OperationId): Request => ({
    params: id === 'renewApiToken' || id === 'revokeApiToken' ? { tokenId: own['apiTokenId'] ?? '' } : own,
    ...(id in validQueries ? { query: validQueries[id] ?? {} } : {}),
    ...((operations[id] as Operation).body === 'file' ? { file: pdf } : {}),
    ...(id in validBodies ? { body: validBodies[id] } : {}),
  });

  const withIds = (access: (operation: Operation) => boolean): OperationId[] =>
    Object.entries<Operation>(operations).flatMap(([id, operation]) =>
      operation.params !== undefined && access(operation) ? [id as OperationId] : [],
    );
  const ofCitizens = withIds(({ access }) => Array.isArray(access) && access.includes('citizen'));
  const ofStaff = withIds(({ access }) => Array.isArray(access) && !access.includes('citizen')).filter(
    // What it names is the register’s, and no person of any office may call it.
    (id) => id !== 'hearRegister',
  );

  it('covers what there is: every staff and citizen operation that names something', () => {
    expect(ofCitizens.length).toBeGreaterThanOrEqual(11);
    expect(ofStaff.length).toBeGreaterThanOrEqual(22);
  });

  it.each(ofCitizens)('%s: the case, draft or document of another citizen is not there', async (id) => {
    const answer = await neighbor.call(id, requestOf(id));
    expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each(ofStaff)('%s: what another administration has is not there', async (id) => {
    const answer = await mobility.call(id, requestOf(id));
    expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  const ofCase = ofStaff.filter((id) =>
    /\{(?:caseId|taskId|documentId|processInstanceKey|partyId|opinionId|participantId|mandateId|noteId)\}/.test(
      operations[id].path,
    ),
  );
  it.each(ofCase)('%s: what is of whom somebody has a conflict of interest with is not there for them', async (id) => {
    const answer = await partial.call(id, requestOf(id));
    expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('shows nobody anything of others in lists', async () => {
    const total = async (caller: Visitor, id: OperationId) => {
      const list = await caller.ask<unknown[] | { total: number }>(id);
      return Array.isArray(list) ? list.length : list.total;
    };
    for (const id of ['listTasks', 'listCases', 'listDesignerProcedures', 'listOfficeCounters'] as const) {
      expect(await total(mobility, id)).toBe(0);
      expect(await total(housing, id)).toBe(1);
    }
    for (const id of ['listMyCases', 'listDrafts', 'listMyAppointments'] as const) {
      expect(await total(neighbor, id)).toBe(0);
      expect(await total(citizen, id)).toBe(1);
    }
    for (const id of [
      'listSourceAuthorizations',
      'listAllowedHosts',
      'listConnectorTokens',
      'listApiTokens',
      'listWebhooks',
      'listIncomingWebhooks',
    ] as const) {
      expect(await total(mobility, id)).toBe(0);
      expect(await total(housing, id)).toBe(1);
    }
    const across = await mobility.call('grantSourceAuthorization', { body: authorization });
    expect(across.json()).toMatchObject({ status: 404 });
    expect(await total(neighbor, 'listMyConsultations')).toBe(0);
    const seen = { body: { definition: view.definition } };
    expect(await mobility.ask('listViewTasks', seen)).toMatchObject({ items: [], looked: 0 });
    expect(await housing.ask('listViewTasks', seen)).toMatchObject({ looked: 1 });
    expect(await mobility.ask('listViews')).toEqual({ views: [], defaultId: null });
    expect(await mobility.ask('listColleagues')).toMatchObject([{ name: 'Mia' }]);
    expect(await mobility.ask('getTaskCounters')).toMatchObject({
      mine: 0,
      team: 0,
      unassigned: 0,
      overdue: 0,
      delegations: 0,
    });
    expect(await mobility.ask('listDelegations')).toMatchObject({ delegations: [] });
    const audit = JSON.stringify(await mobility.ask('listAudit', { query: { limit: '100' } }));
    for (const id of [own['caseId'], own['documentId'], own['taskId']]) expect(audit).not.toContain(id);
  });

  it('neither tells an administration whom another invites nor lets it stand in the way', async () => {
    const invite = (caller: Visitor, administration: string, email: string) =>
      caller.call('invite', { body: { administration, roles: ['agent'], groups: [], email } });
    for (const email of ['new@housing.example', 'wanted@housing.example'])
      expect((await invite(mobility, 'brussels-mobility', email)).statusCode).toBe(200);
    expect((await invite(housing, 'brussels-housing', 'wanted@housing.example')).statusCode).toBe(200);
    const again = await invite(housing, 'brussels-housing', 'wanted@housing.example');
    expect(again.json()).toMatchObject({ status: 409, code: 'INVITATION_EXISTS' });
    const seen = await mobility.ask<{ administration: string }[]>('listInvitations');
    expect(new Set(seen.map(({ administration }) => administration))).toEqual(new Set(['brussels-mobility']));
  });

  it('does not let another administration copy, preview or assign across', async () => {
    const copy = await mobility.call('createProcedure', {
      body: { key: 'copy-of', title: 'Copy', copyOf: 'rent-aid' },
    });
    expect(copy.json()).toMatchObject({ status: 404 });
    const taken = await mobility.call('createProcedure', { body: { key: 'rent-aid', title: 'Mine' } });
    expect(taken.json()).toMatchObject({ status: 409, code: 'PROCEDURE_EXISTS' });
    const preview = await mobility.call('previewLetter', {
      body: { procedureKey: 'rent-aid', letter: {}, locale: 'fr' },
    });
    expect(preview.json()).toMatchObject({ status: 404 });
    const [stranger] = await mobility.ask<{ id: string }[]>('listColleagues');
    const { taskId = '' } = own;
    const assigned = await housing.call('assignTask', { params: { taskId }, body: { personId: stranger?.id } });
    expect(assigned.statusCode).toBeGreaterThanOrEqual(400);
    expect(assigned.statusCode).toBeLessThan(500);
  });

  it('lets another administration have a copy of its own, under another key', async () => {
    const archive = await housing.call('exportProcedure', { params: { key: 'rent-aid' } });
    const file = { name: 'rent-aid.zip', content: archive.rawPayload };
    const taken = await mobility.call('importProcedure', { file });
    expect(taken.json()).toMatchObject({ status: 409, code: 'PROCEDURE_EXISTS' });
    const draft = await mobility.ask<{ revision: number }>('importProcedure', { file, query: { key: 'ride-aid' } });
    const { revision } = draft;
    const published = await mobility.call('publishProcedure', {
      params: { key: 'ride-aid' },
      body: { note: 'x', revision },
    });
    expect(published.json()).toMatchObject({ status: 422, code: 'PROCEDURE_INVALID' });
    const lint = await mobility.ask('lintProcedure', { params: { key: 'ride-aid' } });
    expect(lint).toMatchObject({ problems: [{ code: 'REFERENCE_TAKEN' }] });
  });

  /** What some operations answer to readers of every kind, where a restricted answer stands in it. */
  const tellingIn = async (ids: readonly OperationId[], readers: readonly Visitor[]) => {
    const told: string[] = [];
    let read = 0;
    for (const id of ids)
      for (const reader of readers) {
        const answer = await reader.call(id, requestOf(id)).catch(() => null);
        if (answer !== null && answer.statusCode < 400) read += 1;
        if (answer?.body.includes(planted) === true) told.push(id);
      }
    return { told, read };
  };
  const everyId = (Object.keys(operations) as OperationId[]).filter((id) => id !== 'unmaskAnswer' && id !== 'signOut');
  const isReading = (id: OperationId) => operations[id].method === 'GET';
  const givenSystem = async () => {
    const { token } = await housing.ask<{ token: string }>('createApiToken', {
      body: {
        name: 'Sweep',
        scopes: ['cases.read', 'files.read', 'cases.open', 'numbers.read', 'registers.tell'],
        procedures: null,
        addresses: null,
        lastDay: '2027-01-01',
      },
    });
    return visitor(app, { authorization: `Bearer ${token}` });
  };

  it('shows nobody a restricted answer while its case is handled: not the office, another system, or a neighbor', async () => {
    const { taskId = '' } = own;
    await housing.ask('claimTask', { params: { taskId } });
    expect(await housing.ask('getTask', { params: { taskId } })).toMatchObject({ masked: ['/seen', '/copied'] });
    const readers = [housing, mobility, neighbor, await givenSystem()];
    const { told, read } = await tellingIn(everyId.filter(isReading), readers);
    expect(told).toEqual([]);
    expect(read).toBeGreaterThan(100);
    await housing.ask('releaseTask', { params: { taskId } });
  });

  it('leaves the owners what is theirs', async () => {
    const { caseId = '', documentId = '', taskId = '', requestId = '', processInstanceKey = '' } = own;
    expect(await citizen.ask<CaseFile>('getMyCase', { params: { caseId } })).toMatchObject({ id: caseId });
    const mine = await citizen.call('downloadMyDocument', { params: { caseId, documentId } });
    expect(mine.rawPayload).toEqual(pdf.content);
    await housing.ask('claimTask', { params: { taskId } });
    await housing.ask('saveTaskDraft', { params: { taskId }, body: { data: { conclusion: 'y' } } });
    await housing.ask('getTask', { params: { taskId } });
    await housing.ask('getCase', { params: { caseId } });
    await housing.ask('getCaseProcess', { params: { caseId } });
    await housing.ask('getInstance', { params: { processInstanceKey } });
    await housing.ask('getInstanceStatistics', { params: { key: 'rent-aid' } });
    await housing.ask('getProcedureVersion', { params: { key: 'rent-aid', version: '1' } });
    const archive = await housing.call('exportProcedure', { params: { key: 'rent-aid' } });
    expect(archive.headers['content-disposition']).toContain('attachment');
    const file = { name: 'rent-aid.zip', content: archive.rawPayload };
    const { draft } = await housing.ask<{ draft: { revision: number } }>('previewImport', { file });
    await housing.ask('importProcedure', { query: { replaces: String(draft.revision) }, file });
    const items = [{ key: 'proof', text: null, documents: [documentId] }];
    await citizen.ask('answerInformationRequest', { params: { caseId, requestId }, body: { text: null, items } });
    const seen = await housing.call('downloadCaseDocument', { params: { caseId, documentId } });
    expect(seen.rawPayload).toEqual(pdf.content);
    await housing.ask('completeTask', { params: { taskId }, body: { data: { conclusion: 'Granted' } } });
  });

  it('shows it through no operation whatever was done before, and keeps it in one place', async () => {
    // What changes something comes first, and what it leaves is read.
    const inOrder = [...everyId.filter((id) => !isReading(id)), ...everyId.filter(isReading)];
    expect((await tellingIn(inOrder, [housing, await givenSystem()])).told).toEqual([]);
    const tables = await given.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'casework'`,
    );
    const holding: string[] = [];
    for (const { name: table } of tables) {
      const rows = await given.database.query(`select 1 from casework.${table} t where t::text like $1`, [
        `%${planted}%`,
      ]);
      if (rows.length > 0) holding.push(table);
    }
    expect(holding).toEqual(['restricted_answer']);
  });

  /** Where a case of one's own is the way in, and what is named beside it is another's. */
  describe('through a case of one’s own', () => {
    let caseOfNeighbor: string;
    let caseOfMobility: string;

    beforeAll(async () => {
      caseOfNeighbor = await givenCase(neighbor, 'rent-aid', { diagnosis: 'x' });
      await givenProcedure(mobility, 'taxi-aid');
      caseOfMobility = await givenCase(neighbor, 'taxi-aid');
    });

    // A source is named by its key, which is nobody's.
    const within = (ids: readonly OperationId[]): OperationId[] =>
      ids.filter((id) => /\{caseId\}.*\{(?!sourceKey)/.test(operations[id].path));
    const through = (id: OperationId, caseId: string): Request => ({ ...requestOf(id), params: { ...own, caseId } });

    it.each(within(ofCitizens))('%s: what is of the case of another citizen is not there', async (id) => {
      const answer = await neighbor.call(id, through(id, caseOfNeighbor));
      expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    });

    it.each(within(ofStaff))('%s: what is of the case of another administration is not there', async (id) => {
      const answer = await mobility.call(id, through(id, caseOfMobility));
      expect(answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    });
  });
});
