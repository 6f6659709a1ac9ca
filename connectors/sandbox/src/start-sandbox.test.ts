import { request as httpRequest } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { demoPeople, FAULT_MODES, SOURCE_IDS, startSandbox, type Sandbox } from './index.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0 });
});

afterAll(() => sandbox.stop());

const terms = { 'x-purpose': 'test', 'x-legal-basis': encodeURIComponent('arrêté'), 'x-case-id': 'case-1' };
const token = () => ({ authorization: `Bearer ${sandbox.secrets['NATIONAL_REGISTER_TOKEN']}` });
const ask = (body: unknown, headers: Record<string, string>) =>
  fetch(String(sandbox.settings['NATIONAL_REGISTER_URL']), { method: 'POST', body: JSON.stringify(body), headers });

const isValidNumber = (ssin: string) =>
  ['', '2'].some((century) => 97n - (BigInt(century + ssin.slice(0, 9)) % 97n) === BigInt(ssin.slice(9)));

describe('the people', () => {
  it('carry numbers with a valid check, in both languages, each with a story', () => {
    expect(demoPeople.length).toBeGreaterThan(15);
    expect(demoPeople.filter(({ nationalNumber }) => !isValidNumber(nationalNumber))).toEqual([]);
    expect(new Set(demoPeople.map(({ language }) => language))).toEqual(new Set(['fr', 'nl']));
    expect(new Set(demoPeople.map(({ story }) => story)).size).toBe(demoPeople.length);
  });
});

describe('a source', () => {
  it('answers about a person and marks the answer as fictional', async () => {
    const answer = await ask({ ssin: '84000090286' }, { ...token(), ...terms });

    expect(await answer.json()).toMatchObject({ fictional: true, name: { last: 'Varnelle' }, language: 'fr' });
  });

  it.each([
    [401, {}, {}],
    [401, { authorization: 'Bearer wrong' }, terms],
    [400, undefined, {}],
  ])('answers %i to a question without its token or its terms', async (status, authorization, headers) => {
    const answer = await ask({ ssin: '84000090286' }, { ...(authorization ?? token()), ...headers });

    expect(answer.status).toBe(status);
  });

  it.each([
    ['unknownSsin', '00000000196'],
    ['replacedSsin', '91000091229'],
    ['canceledSsin', '99000095062'],
    ['schemaViolation', 'abc'],
  ])('answers %s', async (type, ssin) => {
    const answer = await ask({ ssin }, { ...token(), ...terms });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(type);
  });

  it('keeps a diary of who was asked about, for what purpose and on which basis', async () => {
    await ask({ ssin: '57000092974' }, { ...token(), ...terms });

    const diary = (await (await fetch(`${sandbox.url}/_consultations`)).json()) as unknown[];

    expect(diary[0]).toMatchObject({ subject: '57000092974', purpose: 'test', legalBasis: 'arrêté', status: 200 });
  });
});

describe('the switches', () => {
  const put = (source: string, fault: unknown) =>
    fetch(`${sandbox.url}/_faults/${source}`, { method: 'PUT', body: JSON.stringify(fault) });

  it('let a fault strike as often as asked, then answer again', async () => {
    await put('national-register', { mode: 'unavailable', count: 2 });

    const statuses = [];
    for (let round = 0; round < 3; round += 1) {
      statuses.push((await ask({ ssin: '84000090286' }, { ...token(), ...terms })).status);
    }

    expect(statuses).toEqual([503, 503, 200]);
  });

  it.each([
    ['no-such-source', { mode: 'ok' }],
    ['mail', { mode: 'explode' }],
    ['mail', { mode: 'ok', count: -1 }],
  ])('refuse %s with %o', async (source, fault) => {
    expect((await put(source, fault)).status).toBe(400);
  });

  it('work from the page without a script, but not from a foreign page', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${sandbox.url}/_faults/lease-register`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ mode: 'no-data', count: '' }),
      });

    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ origin: sandbox.url })).status).toBe(303);
    expect(await (await fetch(`${sandbox.url}/_faults`)).json()).toMatchObject({
      'lease-register': { mode: 'no-data' },
    });
  });
});

describe('the page', () => {
  it('lists people and switches under a strict content policy', async () => {
    const answer = await fetch(sandbox.url);
    const page = await answer.text();

    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('Inès Varnelle');
    for (const source of SOURCE_IDS) expect(page).toContain(`action="/_faults/${source}"`);
    for (const mode of FAULT_MODES) expect(page).toMatch(new RegExp(`<option( selected)?>${mode}</option>`));
  });

  it('is not served under a foreign host name', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(sandbox.url);
      httpRequest({ host: '127.0.0.1', port, headers: { host: 'evil.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      )
        .on('error', reject)
        .end();
    });

    expect(status).toBe(421);
  });
});
