import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileScanner } from '../start/create-file-scanner.ts';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { createClamd, threat } from '../testing/start-clamd.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

let texts = 0;
/** A file that nobody sent before: what is known of one is known of all with the same bytes. */
const pdf = (more = '') => Buffer.from(`%PDF-1.7\n${(texts += 1)} ${more}`);

interface Listed {
  readonly documents: readonly { readonly id: string; readonly name: string; readonly check: string }[];
}

describe('files that are checked for viruses', () => {
  const clamd = createClamd();
  let given: TestPlatform;
  let app: FastifyInstance;
  let citizen: Visitor;
  let clerk: Visitor;
  let caseId: string;

  beforeAll(async () => {
    await clamd.start();
    given = await openTestPlatform({}, undefined, {
      fileChecks: { scan: createFileScanner(clamd.address), opensUnchecked: false },
    });
    ({ app } = given);
    const of = { administration: 'brussels-housing' };
    const analyst = await givenPerson(app, given.casework, { name: 'Ann', roles: ['analyst', 'auditor'], ...of });
    clerk = await givenPerson(app, given.casework, { name: 'Bob', roles: ['agent'], ...of });
    await givenProcedure(analyst, 'rent-aid');
    citizen = await givenPerson(app, given.casework, { name: 'Cy', roles: ['citizen'] });
    caseId = await givenCase(citizen, 'rent-aid');
  });
  afterAll(async () => {
    await given.close();
    await clamd.remove();
  });

  const upload = (name: string, content: Buffer) =>
    clerk.call('addCaseDocument', {
      params: { caseId },
      query: { kind: 'report', shownTo: 'applicant' },
      file: { name, content },
    });
  const listed = async (name: string, by = clerk) => {
    const { documents } = await by.ask<Listed>(by === clerk ? 'getCase' : 'getMyCase', { params: { caseId } });
    return documents.find((document) => document.name === name);
  };
  const open = async (documentId: string, by = clerk) =>
    by.call(by === clerk ? 'downloadCaseDocument' : 'downloadMyDocument', { params: { caseId, documentId } });

  it('are taken and opened when nothing is found in them', async () => {
    const { id } = (await upload('clean.pdf', pdf())).json<{ id: string }>();
    expect(await listed('clean.pdf')).toMatchObject({ id, check: 'checked' });
    expect((await open(id)).statusCode).toBe(200);
  });

  it('are refused when something is, and nothing of them is kept', async () => {
    const infected = pdf(threat);
    for (let time = 0; time < 2; time += 1)
      expect((await upload('virus.pdf', infected)).json()).toMatchObject({ status: 422, code: 'DOCUMENT_INFECTED' });
    expect(await listed('virus.pdf')).toBeUndefined();
    const left = await given.database.query<{ bytes: Uint8Array }>('select bytes from casework.document_chunk');
    expect(left.filter(({ bytes }) => Buffer.from(bytes).includes(threat))).toEqual([]);
  });

  const failures: unknown[] = [];

  it('wait while the scanner is away, and say so to whoever would open them', async () => {
    // given a scanner that is away
    await clamd.stop();
    // when one good and one bad file come in
    const good = (await upload('good.pdf', pdf())).json<{ id: string }>();
    const bad = (await upload('bad.pdf', pdf(threat))).json<{ id: string }>();
    // then they are kept, and closed to everybody
    for (const by of [clerk, citizen])
      for (const { id } of [good, bad])
        expect((await open(id, by)).json()).toMatchObject({ status: 409, code: 'DOCUMENT_UNCHECKED' });
    expect(await listed('good.pdf', citizen)).toMatchObject({ check: 'waiting' });

    // when it is back
    await clamd.start();
    given.casework.start({ pollMs: 60_000, onFailure: (thrown) => failures.push(thrown) });
    await expect
      .poll(async () => (await listed('good.pdf'))?.check, { timeout: 60_000, interval: 500 })
      .toBe('checked');
    expect(failures).toEqual([]);
    await expect.poll(async () => (await listed('bad.pdf'))?.check, { timeout: 10_000 }).toBe('infected');

    expect(failures).toEqual([]);
    // then the good one opens, and the bytes of the bad one are gone, which the audit tells
    expect((await open(good.id, citizen)).statusCode).toBe(200);
    expect((await open(bad.id)).json()).toMatchObject({ status: 422, code: 'DOCUMENT_INFECTED' });
    const told = await given.database.query<{ object: string }>(
      `select object from casework.audit_entry where action = 'document.infected'`,
    );
    expect(told).toEqual([{ object: `document:${bad.id}` }]);
  }, 120_000);
});

describe('a scanner that is not as it should be', () => {
  const open: Server[] = [];
  afterAll(() => open.forEach((server) => server.close()));

  const listening = async (behave: (socket: Socket) => void): Promise<string> => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      behave(socket);
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `clamd://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const content = async function* () {
    for (let part = 0; part < 64; part += 1) yield Buffer.alloc(256 * 1024, 1);
  };

  it.each<[string, RegExp, (socket: Socket) => void]>([
    ['hangs up', /what it found|ECONNRESET|EPIPE/, (socket) => socket.destroy()],
    ['says nothing', /within 500 ms/, (socket) => void socket.resume()],
    ['does not read', /within 500 ms/, (socket) => void socket.pause()],
    [
      'gives up before the end',
      /limit exceeded|ECONNRESET|EPIPE/,
      (socket) => void socket.end('INSTREAM size limit exceeded. ERROR\0'),
    ],
    [
      'speaks another language',
      /400 Bad Request|ECONNRESET|EPIPE/,
      (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n\0'),
    ],
    ['never stops', /goes on/, (socket) => void setInterval(() => socket.write('x'.repeat(1000)), 1).unref()],
    [
      'says that all is well and something else',
      /OK FOUND or not|ECONNRESET|EPIPE/,
      (socket) => void socket.end('stream: OK FOUND or not\0'),
    ],
  ])('that %s says nothing of the file', async (_, because, behave) => {
    const scan = createFileScanner(await listening(behave), 500);
    await expect(scan(content())).rejects.toThrow(because);
  });

  it('that is not there says nothing of the file', async () => {
    await expect(createFileScanner('clamd:///nowhere/clamd.sock')(content())).rejects.toThrow('ENOENT');
    await expect(createFileScanner('clamd://127.0.0.1:1')(content())).rejects.toThrow('ECONNREFUSED');
  });
});
