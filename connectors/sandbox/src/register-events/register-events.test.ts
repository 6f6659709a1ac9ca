import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../index.ts';

describe('the registers of the sandbox that tell by themselves', () => {
  let sandbox: Sandbox;
  let platform: Server;
  const heard: { readonly line: string; readonly token: string | undefined; readonly body: unknown }[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0 });
    platform = createServer((request, response) => {
      let text = '';
      request.on('data', (part) => (text += String(part)));
      request.on('end', () => {
        const { method, url, headers } = request;
        heard.push({ line: `${method} ${url}`, token: headers.authorization, body: JSON.parse(text) });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await sandbox.stop();
    platform.close();
  });

  const here = () => `http://localhost:${(platform.address() as AddressInfo).port}`;
  const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.url}/register-events`, { method: 'POST', body: new URLSearchParams(form), headers });
  const event = { token: 'ift_x', kind: 'person.moved', subject: '85073000160', on: '2026-11-20', eventId: 'move-1' };

  it('offer everybody of the sandbox, and tell the platform what was chosen', async () => {
    expect(await (await fetch(`${sandbox.url}/register-events`)).text()).toContain('person.died');
    const answer = await post({ ...event, platform: here() });
    expect(await answer.text()).toContain('204');
    expect(heard).toEqual([
      {
        line: 'PUT /api/register-events/be-national-register/move-1',
        token: 'Bearer ift_x',
        body: { kind: 'person.moved', subject: '85073000160', on: '2026-11-20' },
      },
    ]);
  });

  it('tell no platform elsewhere, nothing that is no event, and nobody whom another page sends', async () => {
    expect((await post({ ...event, platform: 'https://example.org' })).status).toBe(400);
    expect((await post({ ...event, platform: here(), kind: 'person.married' })).status).toBe(400);
    expect((await post({ ...event, platform: here() }, { origin: 'https://example.org' })).status).toBe(403);
    expect((await post({ ...event, platform: here() }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(heard).toHaveLength(1);
  });
});
