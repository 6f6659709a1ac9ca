import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  createOriginFetch,
  platformAllowList,
  platformConsultations,
  platformDocuments,
  type OriginFetch,
  type PlatformAccess,
} from '../index.ts';
import { handleOf, startTestServer, type TestAnswer, type TestServer } from '../testing/index.ts';

describe('the platform', () => {
  let server: TestServer;
  let way: OriginFetch;
  let access: PlatformAccess;
  let next: TestAnswer = {};

  beforeAll(async () => {
    server = await startTestServer(() => next);
    way = createOriginFetch(server.url);
    access = { url: server.url, token: 't', fetch: way.fetch };
  });
  beforeEach(() => {
    server.seen.length = 0;
  });
  afterAll(async () => {
    await way.close();
    await server.stop();
  });

  const caller = { caseHandle: handleOf('c0ffee'), jobKey: '9', connectorType: 'be-national-register' };
  const question = {
    consultationKey: '1-2-1-2026-11-24T10:00:00.000Z',
    ...caller,
    source: 'be-national-register',
    subject: '84000090286',
  };

  it.each([
    [{ title: 'Not acceptable', detail: 'Expected X, but found Y.' }, ': Expected X, but found Y.'],
    [{ title: 'Not acceptable' }, ': Not acceptable'],
    [{}, '.'],
  ])('that refuses is quoted to who must look: %j', async (body, reason) => {
    next = { status: 422, body };
    await expect(platformConsultations(access).ask(question)).rejects.toMatchObject({
      message: `Expected the platform to accept "askConsultation", but found status 422${reason}`,
    });
  });

  it('is asked before a source is, and told the outcome', async () => {
    const permission = { permitted: true, consultationId: '7', purpose: 'p', legalBasis: 'l', fields: ['lastName'] };
    next = { body: permission };
    const { ask, record } = platformConsultations(access);

    expect(await ask(question)).toEqual(permission);
    const { consultationKey } = question;
    await expect(
      record({ ...caller, consultationKey, consultationId: '7', outcome: 'found' }),
    ).resolves.toBeUndefined();

    const seenBy = {
      authorization: 'Bearer t',
      'irisflow-case': caller.caseHandle,
      'irisflow-job': caller.jobKey,
      'irisflow-connector': caller.connectorType,
    };
    expect(server.seen).toMatchObject([
      {
        path: '/api/connector/case/consultations',
        headers: { ...seenBy, 'idempotency-key': consultationKey },
        body: { source: question.source, subject: question.subject },
      },
      {
        path: '/api/connector/case/consultation-outcomes',
        headers: { ...seenBy, 'idempotency-key': `${consultationKey}-outcome` },
        body: { consultationId: '7', outcome: 'found' },
      },
    ]);
  });

  it('rejects when a consultation could not be kept', async () => {
    next = { status: 500 };

    await expect(platformConsultations(access).ask(question)).rejects.toThrow('500');
  });

  it('says which hosts are allowed, asked anew after ten seconds', async () => {
    let now = 0;
    const list = platformAllowList(access, () => now);
    const hosts = async () => (await list.read(caller)).hosts;
    next = { body: { administration: 'housing', hosts: ['api.example.org'] } };

    expect([await hosts(), await hosts()]).toEqual([['api.example.org'], ['api.example.org']]);
    next = { body: { administration: 'housing', hosts: [] } };
    now = 10_001;

    expect(await hosts()).toEqual([]);
    expect(server.seen.map(({ path }) => path)).toEqual(Array(2).fill('/api/connector/case/allowed-hosts'));
  });

  it('hands over documents with their name and type', async () => {
    next = {
      body: Buffer.from('%PDF'),
      headers: { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent('décision.pdf') },
    };

    const document = await platformDocuments(access)(caller, 'doc/1');

    expect(document).toMatchObject({ fileName: 'décision.pdf', mediaType: 'application/pdf' });
    expect(Buffer.from(document.bytes).toString()).toBe('%PDF');
    expect(server.seen[0]).toMatchObject({ method: 'GET', path: '/api/connector/case/documents/doc%2F1' });
  });
});
