import { beforeAll, describe, expect, it } from 'vitest';

import { platformAllowList, platformConsultations, platformDocuments, type PlatformAccess } from './index.ts';
import { handleOf } from './testing/handle-of.ts';
import { usePlatformWorld } from './testing/platform-world.ts';

describe('the platform', () => {
  const world = usePlatformWorld();
  let access: PlatformAccess;
  beforeAll(() => {
    access = { url: world.url(), token: 't', fetch: world.platform };
  });

  const caller = { caseHandle: handleOf('c0ffee'), jobKey: '9', connectorType: 'be-national-register' };
  const question = {
    consultationKey: '1-2-1-2026-11-24T10:00:00.000Z',
    ...caller,
    source: 'be-national-register',
    subject: '84000090286',
  };

  it('is asked before a source is, and told the outcome', async () => {
    const permission = { permitted: true, consultationId: '7', purpose: 'p', legalBasis: 'l', fields: ['lastName'] };
    world.answerWith({ status: 200, body: permission });
    const { ask, record } = platformConsultations(access);

    expect(await ask(question)).toEqual(permission);
    const { consultationKey } = question;
    await expect(
      record({ ...caller, consultationKey, consultationId: '7', outcome: 'found' }),
    ).resolves.toBeUndefined();

    const seenBy = Object.values(caller);
    expect(world.seen).toMatchObject([
      {
        path: '/api/connector/case/consultations',
        idempotencyKey: consultationKey,
        caller: seenBy,
        body: { source: question.source, subject: question.subject },
      },
      {
        path: '/api/connector/case/consultation-outcomes',
        idempotencyKey: `${consultationKey}-outcome`,
        caller: seenBy,
        body: { consultationId: '7', outcome: 'found' },
      },
    ]);
  });

  it('rejects when a consultation could not be kept', async () => {
    world.answerWith({ status: 500, body: {} });

    await expect(platformConsultations(access).ask(question)).rejects.toThrow('500');
  });

  it('says which hosts are allowed, asked anew after ten seconds', async () => {
    let now = 0;
    const list = platformAllowList(access, () => now);
    const hosts = () => list.hosts(caller);
    world.answerWith({ status: 200, body: { hosts: ['api.example.org'] } });

    expect([await hosts(), await hosts()]).toEqual([['api.example.org'], ['api.example.org']]);
    world.answerWith({ status: 200, body: { hosts: [] } });
    now = 10_001;

    expect(await hosts()).toEqual([]);
    expect(world.seen.map(({ path }) => path)).toEqual(Array(2).fill('/api/connector/case/allowed-hosts'));
  });

  it('hands over documents with their name and type', async () => {
    world.answerWith({
      status: 200,
      body: Buffer.from('%PDF'),
      headers: { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent('décision.pdf') },
    });

    const document = await platformDocuments(access)(caller, 'doc/1');

    expect(document).toMatchObject({ fileName: 'décision.pdf', mediaType: 'application/pdf' });
    expect(Buffer.from(document.bytes).toString()).toBe('%PDF');
    expect(world.seen[0]).toMatchObject({ method: 'GET', path: '/api/connector/case/documents/doc%2F1' });
  });
});
