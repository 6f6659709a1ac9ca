import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 1)]);
const mebibyte = 1024 * 1024;

describe('limits', () => {
  let given: TestPlatform;
  let app: FastifyInstance;
  let citizen: Visitor;
  let caseId: string;
  let people = 0;

  const newCitizen = () => givenPerson(app, given.casework, { name: `C${(people += 1)}`, roles: ['citizen'] });

  beforeAll(async () => {
    given = await openTestPlatform();
    ({ app } = given);
    const analyst = await givenPerson(app, given.casework, {
      name: 'Ann',
      roles: ['analyst'],
      administration: 'brussels-housing',
    });
    await givenProcedure(analyst, 'rent-aid');
    citizen = await newCitizen();
    caseId = await givenCase(citizen, 'rent-aid');
  });
  afterAll(() => given.close());

  describe('uploads', () => {
    const upload = (name: string, content: Buffer) =>
      citizen.call('addMyDocument', { params: { caseId }, file: { name, content } });

    it('are judged by their bytes, not by their name', async () => {
      expect((await upload('a.pdf', pdf(100))).json()).toMatchObject({ name: 'a.pdf', mediaType: 'application/pdf' });
      for (const content of [
        Buffer.from('<html><script>alert(1)</script></html>'),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
        gzipSync('archive'),
        Buffer.alloc(0),
      ])
        expect((await upload('a.pdf', content)).json()).toMatchObject({ status: 415, code: 'DOCUMENT_TYPE_REFUSED' });
    });

    it('are cut off at their limit, and said to be too large', async () => {
      expect((await upload('a.pdf', pdf(11 * mebibyte))).json()).toMatchObject({
        status: 413,
        code: 'DOCUMENT_TOO_LARGE',
      });
      const analyst = await givenPerson(app, given.casework, {
        name: 'Bea',
        roles: ['analyst'],
        administration: 'brussels-housing',
      });
      const archive = { name: 'a.zip', content: Buffer.alloc(26 * mebibyte, 1) };
      expect((await analyst.call('importProcedure', { file: archive })).json()).toMatchObject({
        status: 413,
        code: 'REQ_FILE_TOO_LARGE',
      });
    });

    it.each([
      '../../etc/passwd.pdf',
      'a\\b.pdf',
      'a%00b.pdf',
      '\u202Efdp.exe.pdf',
      `${'n'.repeat(4000)}.pdf`,
      'CON.pdf',
      '',
    ])('keep no path and no trick of the name %#', async (name) => {
      const stored = (await upload(name, pdf(10))).json<{ id: string; name: string }>();
      expect(stored.name).not.toMatch(/[/\\\0\u202A-\u202E]/);
      expect(stored.name.length).toBeLessThanOrEqual(255);
      const file = await citizen.call('downloadMyDocument', { params: { caseId, documentId: stored.id } });
      expect(file.headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'cache-control': 'private, no-store',
      });
      expect(String(file.headers['content-disposition'])).toMatch(
        /^inline; filename="[\w.-]+"; filename\*=UTF-8''\S+$/,
      );
    });

    it.each([
      ['invoice.pdf', 'invoice.pdf'],
      ['Invoice.PDF', 'Invoice.PDF'],
      ['invoice.exe', 'invoice.exe.pdf'],
      ['invoice.html', 'invoice.html.pdf'],
      ['invoice', 'invoice.pdf'],
    ])('end as their bytes are: %s is kept as %s', async (name, kept) => {
      expect((await upload(name, pdf(10))).json()).toMatchObject({ name: kept, mediaType: 'application/pdf' });
    });

    it('take multipart alone: a path in JSON is no file', async () => {
      const answer = await citizen.call('addMyDocument', {
        params: { caseId },
        body: { file: { filepath: '/etc/passwd' } },
      });
      expect(answer.json()).toMatchObject({ status: 415, code: 'FILE_NEEDED' });
    });

    it.each([
      ['no file', '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n'],
      ['no end', '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF'],
      ['nothing', ''],
    ])('with %s are the mistake of the caller', async (_, payload) => {
      const answer = await app.inject({
        method: 'POST',
        url: `/api/my/cases/${caseId}/documents`,
        headers: { ...citizen.headers, 'content-type': 'multipart/form-data; boundary=b' },
        payload,
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.json()).toMatchObject({ status: answer.statusCode });
    });
  });

  describe('a file that is refused at its beginning', () => {
    /** On one connection, as a browser does. */
    const send = (agent: Agent, address: URL, headers: Readonly<Record<string, string>>, body: Buffer) =>
      new Promise<number>((resolve, reject) => {
        const sent = request(address, { agent, method: 'POST', headers }, (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
        });
        sent.on('error', reject);
        sent.end(body);
      });

    it('comes in whole: its sender is told why at once, and goes on on the same connection', async () => {
      const accountant = await givenPerson(app, given.casework, {
        name: 'Ada',
        roles: ['accountant'],
        administration: 'brussels-housing',
      });
      const address = new URL('/api/payment-batches/answers', await app.listen({ host: '127.0.0.1', port: 0 }));
      const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.xml"\r\n\r\n<?xml version="1.0"?>';
      const body = Buffer.from(`${head}${'<a>'.repeat(800_000)}\r\n--b--\r\n`);
      const headers = { ...accountant.headers, 'content-type': 'multipart/form-data; boundary=b' };
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const statuses: number[] = [];
      for (let again = 0; again < 6; again += 1) statuses.push(await send(agent, address, headers, body));
      agent.destroy();
      expect(statuses).toEqual([422, 422, 422, 422, 422, 422]);
    });
  });

  describe('of how often', () => {
    const statuses = async (count: number, call: () => Promise<{ statusCode: number }>) => {
      const seen: number[] = [];
      for (let i = 0; i < count; i += 1) seen.push((await call()).statusCode);
      return seen;
    };

    it('sign-in: 5 in 20 s from one address', async () => {
      const seen = await statuses(6, () => visitor(app).call('signInAsDemoPerson', { body: { personId: 'guess' } }));
      expect(seen).toEqual([404, 404, 404, 404, 404, 429]);
      const refused = await visitor(app).call('signInAsDemoPerson', { body: { personId: 'guess' } });
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(20);
      const elsewhere = await app.inject({
        method: 'POST',
        url: '/api/session/demo',
        payload: { personId: 'guess' },
        remoteAddress: '10.1.2.3',
      });
      expect(elsewhere.statusCode).toBe(404);
    });

    it('submission: 10 a minute for one person', async () => {
      const busy = await newCitizen();
      const submit = (who: Visitor) => () =>
        who.call('submitApplication', {
          params: { draftId: 'A'.repeat(22) },
          body: { data: {}, language: 'fr' },
        });
      expect((await statuses(11, submit(busy))).filter((status) => status === 429)).toHaveLength(1);
      expect(await statuses(1, submit(await newCitizen()))).toEqual([404]);
    });

    it('upload: 30 a minute for one person', async () => {
      const busy = await newCitizen();
      const upload = () => busy.call('addMyDocument', { params: { caseId }, file: { name: 'a.pdf', content: pdf(1) } });
      expect((await statuses(31, upload)).filter((status) => status === 429)).toHaveLength(1);
    });
  });
});
