import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

describe('refusals', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let citizen: Visitor;

  beforeAll(async () => {
    given = await openTestPlatform();
    ({ app } = given);
    citizen = await givenPerson(app, given.casework, { name: 'Léa', roles: ['citizen'] });
  });
  afterAll(() => given.close());

  const post = (payload: string | Buffer, contentType = 'application/json') =>
    app.inject({
      method: 'POST',
      url: '/api/applications',
      headers: { ...citizen.headers, 'content-type': contentType },
      payload,
    });

  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const draft = (procedureKey: string) => JSON.stringify({ procedureKey, language: 'fr' });

  it.each([
    ['JSON that is none', '{"a":', 400, 'CTP_INVALID_JSON_BODY'],
    ['an empty body', '', 400, 'CTP_EMPTY_JSON_BODY'],
    ['a field that is missing', '{"language":"fr"}', 400, 'INVALID_REQUEST'],
    ['a field of another type', '{"procedureKey":1,"language":"fr"}', 400, 'INVALID_REQUEST'],
    ['a field that nobody named', '{"procedureKey":"a","language":"fr","pageSize":1}', 400, 'INVALID_REQUEST'],
    ['JSON nested 40 levels', nested(40), 400, 'HOSTILE_JSON'],
    ['JSON nested 200,000 levels', nested(200_000), 413, 'CTP_BODY_TOO_LARGE'],
    ['a list of 20,000', JSON.stringify({ list: Array.from({ length: 20_000 }, () => 1) }), 400, 'HOSTILE_JSON'],
    [
      '2,000 fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [i, i]))),
      400,
      'HOSTILE_JSON',
    ],
    ['NUL in a text', draft('a\0b'), 400, 'HOSTILE_JSON'],
    ['half of a surrogate pair', '{"procedureKey":"\\ud800","language":"fr"}', 400, 'HOSTILE_JSON'],
    ['NUL in a field name', '{"procedureKey":"a","language":"fr","x\\u0000":1}', 400, 'HOSTILE_JSON'],
    [
      'a prototype to pollute',
      '{"__proto__":{"admin":true},"procedureKey":"a","language":"fr"}',
      400,
      'CTP_INVALID_JSON_BODY',
    ],
    ['a body above 1 MiB', draft('x'.repeat(1_100_000)), 413, 'CTP_BODY_TOO_LARGE'],
    ['a procedure that is not there', draft('nothing'), 404, 'NOT_FOUND'],
  ])('answer %s', async (_, payload, status, code) => {
    const answer = await post(payload);
    expect(answer.json()).toMatchObject({ type: 'about:blank', status, code });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16'])(
    'take no %s for JSON',
    async (contentType) => {
      const answer = await post('<a/>', contentType);
      expect([400, 415]).toContain(answer.statusCode);
      expect(answer.json()).toMatchObject({ status: answer.statusCode });
    },
  );

  it('take days at the edge of what a store counts for a mistake, not for a fault of ours', async () => {
    const administrator = await givenPerson(app, given.casework, {
      name: 'Abe',
      roles: ['administrator'],
      administration: 'brussels-housing',
    });
    const token = { name: 'x', types: ['brussels-housing.permit'] };
    for (const expiresAt of ['0000-01-01', '9999-12-31', '9999-12-31T23:59:59-23:00', '9999-12-31T23:59:60Z'])
      expect((await administrator.call('createConnectorToken', { body: { ...token, expiresAt } })).statusCode).toBe(
        400,
      );
    const audit = await administrator.call('listAudit', { query: { from: '0000-01-01' } });
    expect(audit.json()).toMatchObject({ status: 400, errors: [{ pointer: '/from' }] });
  });

  it('let no misspelt field change what was asked for, however deep it stands', async () => {
    const administrator = await givenPerson(app, given.casework, {
      name: 'Ada',
      roles: ['administrator'],
      administration: 'brussels-housing',
    });
    const body = { name: 'x', types: ['brussels-housing.permit'], expires: '2027-12-31' };
    const forever = await administrator.call('createConnectorToken', { body });
    expect(forever.json()).toMatchObject({
      code: 'INVALID_REQUEST',
      detail: 'Expected body to follow the API description, but found "expires".',
      errors: [{ pointer: '', keyword: 'additionalProperties', params: { additionalProperty: 'expires' } }],
    });
    expect(await administrator.ask('listConnectorTokens')).toEqual([]);
    const name = { fr: 'x', nl: 'x', en: 'x', de: 'x' };
    const params = { administration: 'brussels-housing', key: 'rent' };
    const service = await administrator.call('saveService', { params, body: { name } });
    expect(service.json()).toMatchObject({ errors: [{ pointer: '/name' }] });
  });

  it('name the field', async () => {
    const answer = await post('{"language":"fr"}');
    expect(answer.json()).toMatchObject({ errors: [{ pointer: '/procedureKey', keyword: 'required' }] });
  });

  it.each([
    ['GET', '/api/nothing', 404, 'NO_SUCH_ADDRESS'],
    ['GET', '/nothing', 404, 'NO_SUCH_ADDRESS'],
    ['POST', '/api/procedures', 404, 'NO_SUCH_ADDRESS'],
    ['PATCH', '/api/session', 404, 'NO_SUCH_ADDRESS'],
    ['GET', `/api/procedures/${'x'.repeat(300)}`, 414, 'MAX_PARAM_LENGTH'],
    ['GET', `/api/procedures?x=${'x'.repeat(5000)}`, 414, 'ADDRESS_TOO_LONG'],
    ['GET', '/api/procedures/%00', 400, 'BAD_ADDRESS'],
    ['GET', '/api/procedures/%E0%A4%A', 400, 'BAD_URL'],
    ['GET', '/api/procedures?x=%00', 400, 'BAD_ADDRESS'],
    ['GET', '/api/applications/..%2f..%2fetc', 400, 'INVALID_REQUEST'],
    ['GET', '/api/session/oidc?returnTo=/a&returnTo=/b', 400, 'INVALID_REQUEST'],
  ] as const)('answer %s %s', async (method, url, status, code) => {
    const answer = await app.inject({ method, url, headers: citizen.headers });
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
  });

  it('tell a visitor to sign in, and somebody without the role that signing in does not help', async () => {
    expect((await visitor(app).call('listDrafts')).json()).toMatchObject({ status: 401, code: 'SIGN_IN_NEEDED' });
    expect((await citizen.call('listTasks')).json()).toMatchObject({ status: 403, code: 'ROLE_NEEDED' });
  });

  it('say nothing about faults of ours but a number to call with', async () => {
    const broken = await given.alsoAs({
      elementTemplates: () => {
        throw new Error('secret detail');
      },
    });
    const analyst = await givenPerson(broken, given.casework, { name: 'Ann', roles: ['analyst'] });
    const answer = await analyst.call('listElementTemplates');
    expect(answer.json()).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.body).not.toContain('secret detail');
  });
});
