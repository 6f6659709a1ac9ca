import { usualStore } from '@irisflow/database/testing';
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';
import { createTestClock } from '../../../testing/test-clock.ts';

type Reference = Record<string, unknown> & { readonly documentId: string; readonly contentHash: string };

const HOUR = 3_600_000;

describe.each([usualStore])('documents on %s', (kind) => {
  let rest: RestUnderTest;
  const clock = createTestClock();

  const upload = async (path: string, parts: readonly (readonly [string, string | File])[]) => {
    const form = new FormData();
    for (const [name, part] of parts) form.append(name, part);
    return rest.ask('POST', path, form);
  };
  const file = (text: string, name = 'deed.pdf', type = 'application/pdf') => new File([text], name, { type });
  const keep = async (text: string, metadata: object = {}, query = '') => {
    const parts = [
      ['file', file(text)],
      ['metadata', JSON.stringify(metadata)],
    ] as const;
    return upload(`/documents${query}`, parts);
  };
  const kept = async (text: string, metadata: object = {}) => (await keep(text, metadata)).body as Reference;
  const addressOf = ({ documentId, contentHash }: Reference) => `/documents/${documentId}?contentHash=${contentHash}`;

  beforeAll(async () => {
    rest = await startRestUnderTest(kind, clock);
  });
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test('are kept with what is known of them, and given back byte for byte', async () => {
    // when
    const { status, body } = await keep('the deed', {
      fileName: 'Acte de propriété.pdf',
      processDefinitionId: 'rent',
      customProperties: { page: 3 },
    });

    // then
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        'camunda.document.type': 'camunda',
        storeId: 'database',
        contentHash: createHash('sha256').update('the deed').digest('hex'),
        metadata: {
          contentType: 'application/pdf',
          fileName: 'Acte de propriété.pdf',
          size: 8,
          customProperties: { page: 3 },
        },
      },
    });
    const response = await fetch(`${rest.url}${addressOf(body as Reference)}`);
    expect(await response.text()).toBe('the deed');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''Acte%20de%20propri%C3%A9t%C3%A9.pdf",
      'x-content-type-options': 'nosniff',
    });
  });

  test('keep every digit of whole numbers in their properties', async () => {
    // when
    const { status, text } = await upload('/documents', [
      ['file', file('the deed')],
      ['metadata', '{"customProperties":{"register":9007199254740993,"share":0.5}}'],
    ]);

    // then
    expect(status).toBe(201);
    expect(text).toContain('"customProperties":{"register":9007199254740993,"share":0.5}');
  });

  test('survive a restart', { timeout: 30_000 }, async () => {
    const reference = await kept('kept');
    await rest.restart();
    expect((await rest.ask('GET', addressOf(reference))).text).toBe('kept');
  });

  test('are known by the id that was chosen, once', async () => {
    expect((await keep('one', {}, `?documentId=${kind}-1`)).body).toMatchObject({ documentId: `${kind}-1` });
    expect((await keep('two', {}, `?documentId=${kind}-1`)).status).toBe(409);
  });

  test('are deleted with their links, and gone when their time is over', async () => {
    // given
    const deleted = await kept('deleted');
    const short = await kept('short', { expiresAt: new Date(clock.now() + HOUR).toISOString() });
    const { body } = await rest.ask('POST', addressOf(deleted).replace('?', '/links?'), {});

    // when
    const removed = await rest.ask('DELETE', `/documents/${deleted.documentId}`);
    clock.advance(2 * HOUR);

    // then
    expect(removed.status).toBe(204);
    expect((await fetch(String(body['url']))).status).toBe(404);
    expect((await rest.ask('GET', addressOf(deleted))).status).toBe(404);
    expect((await rest.ask('GET', addressOf(short))).status).toBe(404);
    expect((await rest.ask('DELETE', `/documents/${deleted.documentId}`)).status).toBe(404);
  });

  test('are given to whoever knows their link, for a while', async () => {
    const reference = await kept('linked');
    const links = addressOf(reference).replace('?', '/links?');
    const { status, body } = await rest.ask('POST', links, { timeToLive: HOUR });
    const follow = async () => (await fetch(String(body['url']))).status;
    expect({ status, while: await follow() }).toEqual({ status: 201, while: 200 });
    clock.advance(2 * HOUR);
    expect(await follow()).toBe(404);
  });

  test('come several at once, each with its own fate', async () => {
    const { status, body } = await upload('/documents/batch', [
      ['files', file('a', 'a.txt')],
      ['files', file('b', 'b.txt')],
      ['metadataList', JSON.stringify([{ customProperties: { n: 1 } }, { expiresAt: '2000-01-01T00:00:00Z' }])],
    ]);
    expect({ status, body }).toMatchObject({
      status: 207,
      body: {
        createdDocuments: [{ metadata: { fileName: 'a.txt', customProperties: { n: 1 } } }],
        failedDocuments: [{ fileName: 'b.txt', status: 400, detail: expect.stringContaining('expiresAt') }],
      },
    });
    expect((await upload('/documents/batch', [['files', file('c')]])).status).toBe(201);
  });

  test.each([
    ['no file', [['metadata', '{}']], 400],
    [
      'metadata that is no JSON',
      [
        ['file', file('x')],
        ['metadata', '{'],
      ],
      400,
    ],
    [
      'metadata with an unknown field',
      [
        ['file', file('x')],
        ['metadata', '{"nobody":1}'],
      ],
      400,
    ],
    [
      'a type that would split the headers',
      [
        ['file', file('x')],
        ['metadata', String.raw`{"contentType":"a/b\r\nset-cookie: a"}`],
      ],
      400,
    ],
    [
      'a name that no store holds',
      [
        ['file', file('x')],
        ['metadata', String.raw`{"fileName":"a\u0000"}`],
      ],
      400,
    ],
    [
      'half a character in its name',
      [
        ['file', file('x')],
        ['metadata', String.raw`{"fileName":"a\ud800"}`],
      ],
      201,
    ],
    [
      'metadata with a field twice',
      [
        ['file', file('x')],
        ['metadata', '{"fileName":"a.pdf","fileName":"b.exe"}'],
      ],
      400,
    ],
    [
      'metadata without end',
      [
        ['file', file('x')],
        ['metadata', ' '.repeat(100_000)],
      ],
      400,
    ],
    ['a file that is too large', [['file', file('x'.repeat(10_500_000))]], 413],
  ] as const)('with %s are answered as they deserve', async (_what, parts, expected) => {
    const { status, body } = await upload('/documents', parts);
    expect(status).toBe(expected);
    if (status !== 201) return;
    expect((await rest.ask('GET', addressOf(body as Reference))).status).toBe(200);
  });

  test('are asked for with the hash of their bytes and in the store that there is', async () => {
    const reference = await kept('guarded');
    const statuses = await Promise.all(
      [
        `/documents/${reference.documentId}`,
        `/documents/${reference.documentId}?contentHash=0`,
        `${addressOf(reference)}&storeId=elsewhere`,
        `/documents/nobody?contentHash=${reference.contentHash}`,
        '/document-links/nobody',
      ].map(async (path) => (await rest.ask('GET', path)).status),
    );
    expect(statuses).toEqual([400, 400, 400, 404, 404]);
  });
});
