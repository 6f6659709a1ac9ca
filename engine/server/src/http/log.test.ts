import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

describe('the log', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let citizen: Visitor;
  const lines: string[] = [];

  beforeAll(async () => {
    given = await openTestPlatform({
      logLevel: 'warn',
      logTo: { write: (line) => void lines.push(line) },
      elementTemplates: () => {
        throw new Error('a fault\nof ours');
      },
    });
    ({ app } = given);
    citizen = await givenPerson(app, given.casework, { name: 'Léa', roles: ['citizen'] });
  });
  afterAll(() => given.close());

  const told = async (work: () => Promise<unknown>) => {
    lines.length = 0;
    await work();
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const person = expect.stringMatching(/^person:[\w-]{22}$/);
  const draft = { procedureKey: 'nothing', language: 'fr' };

  it.each([
    [
      'a visitor who may not',
      () => visitor(app).call('listDrafts'),
      { status: 401, code: 'SIGN_IN_NEEDED', actor: 'anonymous', method: 'GET', path: '/api/applications' },
    ],
    ['somebody without the role', () => citizen.call('listTasks'), { status: 403, code: 'ROLE_NEEDED', actor: person }],
    [
      'somebody who asks for what is not theirs',
      () => citizen.call('getMyCase', { params: { caseId: 'A'.repeat(22) } }),
      { status: 404, code: 'NOT_FOUND', actor: person, path: `/api/my/cases/${'A'.repeat(22)}` },
    ],
    [
      'a request of another site',
      () => citizen.call('createDraft', { body: draft, headers: { 'sec-fetch-site': 'cross-site' } }),
      { status: 403, code: 'FOREIGN_ORIGIN', actor: person },
    ],
    [
      'what no page of ours sends',
      () => citizen.call('createDraft', { body: { procedureKey: 1 } }),
      { status: 400, code: 'INVALID_REQUEST', actor: person, method: 'POST' },
    ],
    [
      'a sign-in that nobody began',
      () => app.inject('/api/session/demo-people/%00?code=a-secret-code'),
      { status: 400, code: 'BAD_ADDRESS', actor: 'unknown' },
    ],
  ])('tells of %s', async (_, call, expected) => {
    const entries = await told(call);
    expect(entries).toEqual([
      expect.objectContaining({
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        msg: 'request refused',
        address: '127.0.0.1',
        ...expected,
      }),
    ]);
    expect(JSON.stringify(entries)).not.toContain('a-secret-code');
  });

  it('tells of a fault of ours, on one line', async () => {
    const analyst = await givenPerson(app, given.casework, { name: 'Ann', roles: ['analyst'] });
    const entries = await told(() => analyst.call('listElementTemplates'));
    expect(entries).toMatchObject([{ level: 'error', msg: 'request failed', err: { message: 'a fault\nof ours' } }]);
    expect(JSON.stringify(entries)).not.toContain(String(analyst.headers['cookie']));
  });

  it('is silent about what goes as it should, conflicts included', async () => {
    expect(await told(() => citizen.ask('getSession'))).toEqual([]);
  });
});
