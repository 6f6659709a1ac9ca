import { createEgress } from '@irisflow/connector-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { platformConsultationLog, platformDocuments, type PlatformAccess } from './index.ts';
import { handleOf } from './testing/handle-of.ts';
import { usePlatformWorld } from './testing/platform-world.ts';

describe('the platform', () => {
  const world = usePlatformWorld();
  let access: PlatformAccess;
  let egress: ReturnType<typeof createEgress>;
  beforeAll(() => {
    egress = createEgress({ trustedHosts: [new URL(world.url()).host] });
    const { signal } = new AbortController();
    access = { url: world.url(), token: 't', fetch: (request) => egress.fetch(request, signal) };
  });
  afterAll(() => egress.close());

  const record = {
    consultationKey: '1-2-1-2026-11-24T10:00:00.000Z',
    caseHandle: handleOf('c0ffee'),
    jobKey: '9',
    connectorType: 'be-national-register',
    source: 'be-national-register',
    subject: '84000090286',
    purpose: 'Huurtoelage',
    legalBasis: 'Besluit van 15 juli 2021',
    at: '2026-11-24T10:00:00.000Z',
    outcome: 'found',
  };

  it('keeps consultations in the case, once each', async () => {
    world.answerWith({ status: 201, body: {} });

    await platformConsultationLog(access)(record);

    const { consultationKey, caseHandle, jobKey, connectorType, ...body } = record;
    expect(world.seen).toMatchObject([
      {
        path: '/api/connector/case/consultations',
        idempotencyKey: consultationKey,
        caller: [caseHandle, jobKey, connectorType],
        body,
      },
    ]);
  });

  it('rejects when a consultation could not be kept', async () => {
    world.answerWith({ status: 500, body: {} });

    await expect(platformConsultationLog(access)(record)).rejects.toThrow('500');
  });

  it('hands over documents with their name and type', async () => {
    world.answerWith({
      status: 200,
      body: Buffer.from('%PDF'),
      headers: { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent('décision.pdf') },
    });

    const document = await platformDocuments(access)(record, 'doc/1');

    expect(document).toMatchObject({ fileName: 'décision.pdf', mediaType: 'application/pdf' });
    expect(Buffer.from(document.bytes).toString()).toBe('%PDF');
    expect(world.seen[0]).toMatchObject({ method: 'GET', path: '/api/connector/case/documents/doc%2F1' });
  });
});
