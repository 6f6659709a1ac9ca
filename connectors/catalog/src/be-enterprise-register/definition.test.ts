import { runConnector } from '@irisflow/connector-sdk';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { describe, expect, it } from 'vitest';

import { beEnterpriseRegister } from '../index.ts';
import { soapEnvelope } from '../registers/soap.ts';
import { securityHeader } from '../registers/ws-security.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the enterprise register', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beEnterpriseRegister, 'enterprise-register', {
    subject: '0999999031',
    successor: '0999999229',
  });

  it('answers a company with its seat, its functions and its establishments', async () => {
    expect(await world.run(beEnterpriseRegister, { enterpriseNumber: 'BE 0999.999.031' })).toMatchObject({
      kind: 'output',
      output: {
        enterpriseNumber: '0999999031',
        kind: 'legalPerson',
        status: 'active',
        name: { fr: 'Taxis du Cadran', nl: 'Zonnewijzer Taxi’s' },
        legalForm: { code: '610', name: { nl: 'Besloten vennootschap' } },
        situation: { code: 'normal', from: '2012-03-01' },
        address: { postCode: '1030', nisCode: '21015', municipality: { nl: 'Schaarbeek' } },
        activities: [
          { naceCode: '49330', isMain: true },
          { naceCode: '77110', isMain: false },
        ],
        functions: [
          { role: 'director', nationalNumber: '79000090179', from: '2012-03-01' },
          { role: 'dailyManager', nationalNumber: '79000090179' },
          { role: 'director', lastName: 'Vandermolen', to: '2019-05-31' },
        ],
        establishments: [{ number: '2999999073', from: '2015-01-15', address: { postCode: '1070' } }],
      },
    });
  });

  it('calls a company that has a name in one language alone so in the other too', async () => {
    const outcome = await world.run(beEnterpriseRegister, { enterpriseNumber: '0999999130' });

    expect(outcome).toMatchObject({
      output: {
        name: { fr: 'Rénovations de l’Encrier', nl: 'Rénovations de l’Encrier' },
        situation: { code: 'bankruptcy', from: '2026-02-09' },
        establishments: [],
      },
    });
  });

  it('knows a natural person who trades, without a legal form, and a company that stopped', async () => {
    const person = await world.run(beEnterpriseRegister, { enterpriseNumber: '0999999229' });
    const stopped = await world.run(beEnterpriseRegister, { enterpriseNumber: '1999999052' });

    expect(person).toMatchObject({ output: { kind: 'naturalPerson', name: { fr: 'Verhulle Lotte' } } });
    expect(person).not.toMatchObject({ output: { legalForm: expect.anything() } });
    expect(stopped).toMatchObject({ output: { status: 'stopped', to: '2024-12-31', functions: [] } });
  });

  it.each([
    ['nobody knows', '0999999328'],
    ['nobody can have', '0999999032'],
  ])('answers ID_UNKNOWN to a number that %s', async (_, enterpriseNumber) => {
    expect(await world.run(beEnterpriseRegister, { enterpriseNumber })).toMatchObject({ code: 'ID_UNKNOWN' });
  });

  it('never sends its password, and no question twice', async () => {
    const password = String(world.sandbox().secrets['ENTERPRISE_REGISTER_PASSWORD']);
    const url = String(world.sandbox().settings['ENTERPRISE_REGISTER_URL']);
    const terms = { 'x-purpose': 'test', 'x-legal-basis': 'test', 'x-case-id': 'case-1' };
    const question = soapEnvelope(
      '<ReadEnterprise xmlns="urn:test"><enterpriseNumber>0999999031</enterpriseNumber></ReadEnterprise>',
      securityHeader({ user: 'sandbox', password, now: new Date() }),
    );
    const ask = async () => (await fetch(url, { method: 'POST', headers: terms, body: question })).status;

    expect(question).not.toContain(password);
    expect([await ask(), await ask()]).toEqual([200, 401]);
  });

  it.each([
    ['of another hour', { user: 'sandbox', now: new Date(Date.now() - 3_600_000) }],
    ['of another user', { user: 'somebody', now: new Date() }],
  ])('is not heard by the sandbox with a proof %s', async (_, proof) => {
    const password = String(world.sandbox().secrets['ENTERPRISE_REGISTER_PASSWORD']);
    const answer = await fetch(String(world.sandbox().settings['ENTERPRISE_REGISTER_URL']), {
      method: 'POST',
      body: soapEnvelope('<x/>', securityHeader({ ...proof, password })),
    });

    expect(answer.status).toBe(401);
  });

  it('makes the digest of the Username Token Profile', () => {
    // Computed by hand: base64(sha1(nonce + created + password)).
    const header = securityHeader({
      user: 'a & b',
      password: 'userpassword',
      now: new Date('2010-06-08T07:26:50.000Z'),
      nonce: Buffer.from('LKqI6G/AikKCQrN0zqZFlg==', 'base64'),
    });

    expect(header).toContain('<wsse:Username>a &amp; b</wsse:Username>');
    expect(header).toContain('<wsu:Expires>2010-06-08T07:31:50.000Z</wsu:Expires>');
    expect(header).toContain('rTpbvhRZg+rEAsX83tlFggE//po=</wsse:Password>');
  });

  it.each([
    ['too many levels', '<x>'.repeat(100) + '</x>'.repeat(100), 'levels'],
    ['a document type', '<!DOCTYPE x><x/>', 'document type'],
    ['another shape', '<Enterprise><Number>0999999031</Number></Enterprise>', 'agreed shape'],
  ])('waits for a person when the source answers with %s', async (_, text, found) => {
    const outcome = await runConnector(beEnterpriseRegister, beEnterpriseRegister.example, {
      caseHandle: handleOf('case-1'),
      settings: { ENTERPRISE_REGISTER_URL: 'https://companies.example/soap', ENTERPRISE_REGISTER_USER: 'user' },
      secrets: { ENTERPRISE_REGISTER_PASSWORD: 'password' },
      consultations: world.consultations,
      fetch: async () => ({ status: 200, headers: { 'content-type': 'text/xml' }, bytes: Buffer.from(text), text }),
    });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining(found) });
  });
});
