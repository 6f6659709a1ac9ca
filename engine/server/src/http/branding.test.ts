import type { Branding } from '@irisflow/branding';
import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailer } from '../start/create-mailer.ts';
import { givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">${inside}<rect width="40" height="20" fill="#1b6445"/></svg>`;
const green = {
  accent: '#1B6445',
  logo: { content: base64(svg('<title>Iris</title>')) },
  senderName: { fr: 'Bruxelles Logement', nl: 'Brussel Huisvesting', en: 'Brussels Housing' },
  replyTo: 'info@housing.example',
  letterAddress: same('Rue de la Loi 1\n1000 Bruxelles'),
  letterFooter: same('Ouvert de 9 h à 12 h'),
};
const plain = {
  accent: null,
  logo: 'none',
  senderName: null,
  replyTo: null,
  letterAddress: null,
  letterFooter: null,
};

describe('the face of an administration', () => {
  let given: TestPlatform;
  let administrator: Visitor;

  beforeAll(async () => {
    given = await openTestPlatform();
    const staff = (name: string, role: 'analyst' | 'administrator', administration = 'brussels-housing') =>
      givenPerson(given.app, given.casework, { name, roles: [role], administration });
    administrator = await staff('Karim', 'administrator');
    await givenProcedure(await staff('Ann', 'analyst'), 'rent-aid');
  });
  afterAll(() => given.close());

  const anybody = (): Visitor => visitor(given.app);
  const read = () => administrator.ask<Branding>('getBranding');
  const save = (revision: number, more: object = {}, who = administrator) =>
    who.call('saveBranding', { body: { revision, branding: { ...green, ...more } } });
  const saved = async (more: object = {}): Promise<Branding> => {
    const answer = await save((await read()).revision, more);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<Branding>();
  };
  const wrongIn = async (more: object): Promise<unknown> => {
    const answer = await save((await read()).revision, more);
    expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    return answer.json<{ errors?: readonly unknown[] }>().errors?.[0];
  };

  it('is the platform’s until an administrator gives it another, and again when they take it back', async () => {
    const page = () => anybody().ask<{ look?: object }>('getProcedure', { params: { key: 'rent-aid' } });
    expect((await page()).look).toBeUndefined();
    const { logo } = await saved();
    expect((await page()).look).toEqual({
      name: expect.objectContaining({ fr: expect.any(String) }),
      accent: { color: '#1b6445', strong: expect.stringMatching(/^#/), soft: expect.stringMatching(/^#/) },
      logo: { url: logo?.url, width: 40, height: 20 },
    });
    await saved(plain);
    expect((await page()).look).toBeUndefined();
    expect(await read()).toMatchObject({ ...plain, logo: null });
  });

  it('shows its logo as a picture that can do nothing, under an address that names its bytes', async () => {
    const { logo } = await saved();
    const url = logo?.url ?? '';
    const answer = await given.app.inject({ url });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('title');
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const etag = String(answer.headers.etag);
    const again = await given.app.inject({ url, headers: { 'if-none-match': `W/${etag}` } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    for (const wrong of [url.replace(/.{4}$/, '0000'), url.replace('brussels-housing', 'brussels-mobility')])
      expect((await given.app.inject({ url: wrong })).statusCode).toBe(404);
    // Kept where nothing is said of it, and gone with the next.
    expect((await saved({ logo: 'keep' })).logo?.url).toBe(url);
    await saved({ logo: { content: base64(svg('<circle r="3"/>')) } });
    expect((await given.app.inject({ url })).statusCode).toBe(404);
  });

  it.each([
    [svg('<script>alert(1)</script>'), 'logo.script', { what: '<script>', line: 1 }],
    [svg('\n<rect onload="alert(1)" width="1" height="1"/>'), 'logo.script', { what: 'onload', line: 2 }],
    [svg('<image href="http://evil.example/"/>'), 'logo.reference', { what: '<image>', line: 1 }],
    [`<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, 'logo.xml', { line: 1 }],
    ['GIF89a', 'logo.type', {}],
  ] as const)('is refused with a logo that is none: %s', async (text, keyword, params) => {
    const before = await read();
    const logo = { content: base64(text) };
    expect(await wrongIn({ logo })).toMatchObject({ pointer: '/logo', keyword, params });
    expect(await read()).toEqual(before);
    const { logo: judged } = await administrator.ask<{ logo: { refused: { reason: string } } }>('judgeBranding', {
      body: { accent: null, logo: logo.content },
    });
    expect(`logo.${judged.refused.reason}`).toBe(keyword);
  });

  it('is refused in a color that cannot be read, with what was measured and what could be', async () => {
    const wrong = await wrongIn({ accent: '#ffdd00' });
    expect(wrong).toMatchObject({ pointer: '/accent', keyword: 'contrast', params: { needed: 4.5 } });
    const { ratio, nearest } = (wrong as { params: { ratio: number; nearest: string } }).params;
    expect(ratio).toBeLessThan(1.5);
    expect((await saved({ accent: nearest })).accent?.color).toBe(nearest);
  });

  it.each([
    [{ senderName: same('Logement\r\nBcc: all@evil.example') }, '/senderName/fr', 'characters'],
    [{ senderName: same('Logement\u2028x') }, '/senderName/fr', 'characters'],
    [{ senderName: same('Logement\u202e') }, '/senderName/fr', 'characters'],
    [{ senderName: same('Banque <paie@bank.example>') }, '/senderName/fr', 'characters'],
    [{ senderName: same('paie@bank.example') }, '/senderName/fr', 'characters'],
    [{ senderName: same('=?utf-8?q?paie=40bank.example?=') }, '/senderName/fr', 'characters'],
    [{ senderName: { ...same('Logement'), nl: ' \u200b ' } }, '/senderName/nl', 'required'],
    [{ senderName: same('x'.repeat(71)) }, '/senderName/fr', 'maxLength'],
    [{ replyTo: 'a@b.example\r\nBcc: c@d.example' }, '/replyTo', 'address'],
    [{ replyTo: 'a@b.example, c@d.example' }, '/replyTo', 'address'],
    [{ replyTo: 'Nom <a@b.example>' }, '/replyTo', 'address'],
    [{ replyTo: 'a@localhost' }, '/replyTo', 'address'],
    [{ letterAddress: same('1\n2\n3\n4\n5') }, '/letterAddress/fr', 'maxLines'],
    [{ letterAddress: same('x'.repeat(61)) }, '/letterAddress/fr', 'maxLine'],
    [{ letterFooter: same('李') }, '/letterFooter/fr', 'unprintable'],
    [{ letterFooter: same('a\u202eb') }, '/letterFooter/fr', 'characters'],
  ])('is refused with words that would not stay in their place: %j', async (more, pointer, keyword) => {
    expect(await wrongIn(more)).toMatchObject({ pointer, keyword });
  });

  it('that is no color, no logo or too large is the mistake of the caller', async () => {
    for (const more of [
      { accent: 'red' },
      { accent: '#12' },
      { logo: {} },
      { logo: 'other' },
      { logo: { content: '%' } },
    ])
      expect(await wrongIn(more)).toBeDefined();
    expect(await wrongIn({ logo: { content: 'A'.repeat(266_672) } })).toBeDefined();
    await wrongIn({ logo: { content: 'A'.repeat(2_000_000) } });
  });

  it('is overwritten by nobody who began from an older one, also of two at once', async () => {
    const { revision } = await saved();
    const two = await Promise.all([save(revision, { accent: '#112233' }), save(revision, { accent: '#332211' })]);
    expect(two.map(({ statusCode }) => `${statusCode}`).toSorted()).toEqual(['200', '409']);
    for (const stale of [0, revision, revision + 2])
      expect((await save(stale)).json()).toMatchObject({ code: 'STALE_REVISION' });
  });

  it('is given by administrators to their own administration alone, and is on record with what was before', async () => {
    const before = await saved();
    const person = (name: string, role: 'agent' | 'administrator', administration: string) =>
      givenPerson(given.app, given.casework, { name, roles: [role], administration });
    const agent = await person('Amy', 'agent', 'brussels-housing');
    expect((await save(0, {}, agent)).statusCode).toBe(403);
    expect((await save(0, {}, anybody())).statusCode).toBe(401);
    const elsewhere = await person('Tom', 'administrator', 'brussels-mobility');
    expect((await save(0, { accent: '#440044' }, elsewhere)).statusCode).toBe(200);
    expect(await read()).toEqual(before);
    await saved({ accent: '#223311', logo: 'keep' });
    const { items } = await administrator.ask<{ items: { object: string; detail: object }[] }>('listAudit', {
      query: { action: 'branding.saved', limit: '1' },
    });
    expect(items[0]).toMatchObject({
      object: 'administration:brussels-housing',
      detail: { before: { accent: '#1b6445', logo: before.logo }, after: { accent: '#223311', logo: before.logo } },
    });
  });
});

describe('a mail in the name of an administration', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0 });
  });
  afterAll(() => sandbox.stop());

  const sent = async (to: string, sender: { name: string | null; replyTo: string | null }) => {
    const { settings, secrets } = sandbox;
    await createMailer({ settings, secrets })?.({ to, subject: 'Bonjour', text: 'Bonjour', sender }, 'letter');
    const [mail] = (await (await fetch(`${sandbox.mailUrl}/api/messages?to=${to}`)).json()) as {
      from: string;
      replyTo: string;
    }[];
    return mail;
  };

  it('comes from the platform’s address under their name, and answers go to them', async () => {
    const mail = await sent('zoe@sandbox.example', {
      name: 'Bruxelles Logement – été',
      replyTo: 'info@housing.example',
    });
    expect(mail).toMatchObject({
      from: expect.stringMatching(/^"?Bruxelles Logement – été"? <[^<>]*@sandbox\.example>$/),
      replyTo: 'info@housing.example',
    });
  });

  it('has no other header or sender, whatever stands in its name', async () => {
    const mail = await sent('ana@sandbox.example', {
      name: 'x\r\nBcc: other@sandbox.example',
      replyTo: 'a@b.example\r\nX-Evil: 1',
    });
    expect(mail?.from).toMatch(/@sandbox\.example/);
    expect(mail?.from).not.toContain('Bcc');
    expect(mail?.replyTo).toBe('');
    const others = await fetch(`${sandbox.mailUrl}/api/messages?to=other@sandbox.example`);
    expect(await others.json()).toEqual([]);
  });
});
