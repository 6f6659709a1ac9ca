import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './create-app.ts';
import { registerStaticApp } from './static-apps.ts';

const script = `console.log(${JSON.stringify('x'.repeat(5000))})`;

describe('web apps', () => {
  let app: FastifyInstance;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'irisflow-apps-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), `<!doctype html><title>App</title>${'<p>x</p>'.repeat(300)}`);
    writeFileSync(path.join(folder, 'assets/main-1a2b.js'), script);
    writeFileSync(path.join(folder, 'secret.txt'), 'not an asset');
    app = await createApp({ isSecure: true, logLevel: 'silent' });
    app.get('/api/small', async () => ({ a: 1 }));
    app.get('/v2/small', async () => ({ a: 1 }));
    await registerStaticApp(app, { prefix: '/designer/', pages: 'designer', folder, policy: 'styles' }, 'production');
    await registerStaticApp(app, { prefix: '/', pages: 'portal', folder, policy: 'strict' }, 'production');
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
  const policyOf = async (url: string) => String((await get(url)).headers['content-security-policy']);

  it('run only scripts of their own, under the policy each needs', async () => {
    const strict = await policyOf('/');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self';",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
    ])
      expect(strict).toContain(rule);
    expect(strict).not.toMatch(/unsafe|https?:|\*/);
    const designer = await policyOf('/designer/');
    expect(designer).toContain("style-src 'self' 'unsafe-inline'");
    expect(designer).toContain("script-src 'self';");
  });

  it.each(['/api/small', '/v2/small', '/api/nothing', '/v2/nothing', '/metrics', '/api/%E0%A4%A', '/api/%00'])(
    'leave what %s answers without a right, and nowhere kept',
    async (url) => {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      for (const directive of ['default-src', 'base-uri', 'form-action', 'frame-ancestors', 'object-src'])
        expect(policy).toContain(`${directive} 'none'`);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': expect.stringMatching(/^application\/(problem\+)?json; charset=utf-8$/),
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('are found without their last slash, with all that was asked for', async () => {
    const { statusCode, headers } = await get('/designer?view=team&q=%2F%2Fx');
    expect({ statusCode, to: headers.location }).toEqual({ statusCode: 308, to: '/designer/?view=team&q=%2F%2Fx' });
    expect((await get('/designer')).headers.location).toBe('/designer/');
  });

  it('know no TRACE', async () => {
    const answer = await app.inject({ method: 'TRACE' as 'GET', url: '/api/small', headers: { cookie: 'a=secret' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('let no page of others frame a file of theirs', async () => {
    expect(await policyOf('/assets/main-1a2b.js')).toContain("frame-ancestors 'none'");
    expect(await policyOf('/assets/main-1a2b.js')).toContain("script-src 'self'");
  });

  it('carry the headers that browsers protect by', async () => {
    expect((await get('/')).headers).toMatchObject({
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    });
  });

  it('answer their page for the address of each page, and nothing of the API', async () => {
    expect((await get('/my/cases/1')).statusCode).toBe(200);
    expect((await get('/designer/procedures/x/y')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await get('/designer')).headers.location).toBe('/designer/');
    expect((await get('/api/nothing')).json()).toMatchObject({ status: 404, code: 'NO_SUCH_ADDRESS' });
  });

  it('give out assets alone', async () => {
    expect((await get('/assets/main-1a2b.js')).body).toBe(script);
    for (const url of ['/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%2fsecret.txt', '/assets/.env'])
      expect((await get(url)).body).not.toContain('not an asset');
    expect((await get('/assets/gone.js')).statusCode).toBe(404);
  });

  it('are kept by browsers: assets for good, pages until they change', async () => {
    expect((await get('/assets/main-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const page = await get('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await get('/', { 'if-none-match': String(page.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect((await get('/', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('come compressed to who asks', async () => {
    const zipped = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(zipped.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(script);
    const page = await get('/', { 'accept-encoding': 'gzip, br' });
    expect(page.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(page.rawPayload).toString()).toContain('<title>App</title>');
    expect((await get('/api/small', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/fr',
    '/nl/',
    '/sign-in?returnTo=/my/cases',
    '/en/procedures/rent-aid/application',
    '/my/cases/1/answer/2',
    '/designer/procedures/rent-aid/files/rent-aid.bpmn',
  ])('answer %s with their page', async (url) => {
    expect(await get(url)).toMatchObject({ statusCode: 200, body: expect.stringContaining('<title>App</title>') });
  });

  it.each([
    '/metrics',
    '/actuator/health',
    '/.env',
    '/wp-login.php',
    '/fr/metrics',
    '/my',
    '/designer/metrics',
    '/v2x',
  ])('answer %s with 404 and without their page', async (url) => {
    const program = await get(url, { accept: '*/*' });
    expect(program.json()).toMatchObject({ status: 404, code: 'NO_SUCH_ADDRESS' });
    const person = await get(url, { accept: 'text/html,*/*;q=0.8' });
    expect(person).toMatchObject({ statusCode: 404, body: expect.stringContaining('Deze pagina bestaat niet') });
    expect(person.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('answer HEAD without the body', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/assets/main-1a2b.js' });
    expect(head).toMatchObject({ statusCode: 200, body: '' });
    expect(head.headers['content-length']).toBe(String(script.length));
  });
});

describe('an app that is not built', () => {
  it('says so in development and does not start in production', async () => {
    const app = await createApp({ isSecure: false, logLevel: 'silent' });
    const web = { prefix: '/', pages: 'portal', folder: '/nowhere', policy: 'strict' } as const;
    await expect(registerStaticApp(app, web, 'production')).rejects.toThrow('Expected a built app in /nowhere');
    await registerStaticApp(app, web, 'development');
    expect(await app.inject('/')).toMatchObject({ statusCode: 503, body: expect.stringContaining('npm start') });
    await app.close();
  });
});
