import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { runConnector } from '@irisflow/connector-sdk';
import { handleOf, startTestServer, type TestServer } from '@irisflow/connector-sdk/testing';
import type { FaultMode } from '@irisflow/connector-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';

import { soap } from '../index.ts';
import { useSandboxWorld } from '../testing/sandbox-world.ts';
import type { Input } from './schema.ts';

describe('a call over SOAP', () => {
  const world = useSandboxWorld();
  const credentialsOf = (more: object = {}, administrations = ['housing']) => {
    const { user, password, wsdl } = world.sandbox().permits;
    const permits = { host: new URL(wsdl).host, user, password, administrations, ...more };
    return { SOAP_CREDENTIALS: JSON.stringify({ permits }) };
  };
  const call = (input: Partial<Input>, { secrets = credentialsOf(), connector = soap } = {}) =>
    world.run(
      connector,
      {
        wsdl: world.sandbox().permits.wsdl,
        operation: 'FindPermit',
        parameters: { permitNumber: 'P-2026-0001' },
        credential: 'permits',
        ...input,
      },
      { secrets },
    );

  it.each(['1.1', '1.2'] as const)('asks an operation as its description says, over SOAP %s', async (soapVersion) => {
    expect(await call({ soapVersion })).toMatchObject({
      kind: 'output',
      variables: {
        soapAnswer: {
          answer: {
            permit: {
              number: 'P-2026-0001',
              holder: 'Rénovations de l’Encrier & fils',
              isValid: true,
              days: 21,
              street: [
                { language: 'fr', value: 'Rue du Compas' },
                { language: 'nl', value: 'Passerstraat' },
              ],
              validUntil: '2026-12-31',
            },
          },
        },
      },
    });
    const [seen] = (await (await fetch(`${world.sandbox().url}/_requests`)).json()) as object[];
    expect(seen).toMatchObject({ asked: `FindPermit over SOAP ${soapVersion}`, status: 200 });
  });

  it('brings parameters into the order of the description, with lists, nothing and characters of markup', async () => {
    const outcome = await call({
      operation: 'RegisterPermit',
      parameters: {
        validUntil: null,
        street: [
          { language: 'fr', value: 'Rue <du> "Lavoir"' },
          { language: 'nl', value: 'Wasserijstraat' },
        ],
        holder: '<Encrier> & fils ]]>',
      },
      headerParameters: { RequestContext: { Language: 'nl' } },
    });

    expect(outcome).toMatchObject({
      output: {
        answer: {
          permit: {
            holder: '<Encrier> & fils ]]>',
            validUntil: null,
            language: 'nl',
            street: [{ language: 'fr' }, { language: 'nl', value: 'Wasserijstraat' }],
          },
        },
      },
    });
  });

  it.each([
    [{ permitNumber: 'P-1', color: 'red' }, 'found "color"'],
    [{}, '"parameters.permitNumber"'],
    [{ permitNumber: ['a', 'b'] }, 'found a list'],
    [{ permitNumber: { a: 1 } }, 'found "a"'],
    [{ permitNumber: 'P\u0000' }, 'characters of XML'],
  ])('waits for a person when the parameters are %j', async (parameters, said) => {
    expect(await call({ parameters })).toMatchObject({ kind: 'incident', message: expect.stringContaining(said) });
  });

  it('raises the error that the model has for a fault, by its detail or what stands in it', async () => {
    const parameters = { permitNumber: 'P-0' };
    const byDetail = await call({ parameters, errorsByFault: { PermitUnknown: 'PERMIT_UNKNOWN' } });
    const byText = await call({ parameters, errorsByFault: { unknown: 'NOT_THERE' }, soapVersion: '1.2' });
    const unmapped = await call({ parameters, errorsByFault: { Other: 'OTHER' } });

    const soapFault = { text: 'Not this one.', detail: { PermitUnknown: 'unknown' } };
    expect(byDetail).toMatchObject({ kind: 'bpmnError', code: 'PERMIT_UNKNOWN', variables: { soapFault } });
    expect(byText).toMatchObject({ kind: 'bpmnError', code: 'NOT_THERE', variables: { soapFault } });
    expect(unmapped).toMatchObject({ kind: 'bpmnError', code: 'SOAP_FAULT', variables: { soapFault } });
  });

  const faults: readonly (readonly [FaultMode, object])[] = [
    ['timeout', { kind: 'retry', message: expect.stringContaining('TIMEOUT') }],
    ['unavailable', { kind: 'retry', message: expect.stringContaining('503'), afterMs: 2000 }],
    ['rate-limit', { kind: 'retry', message: expect.stringContaining('RATE_LIMITED'), afterMs: 2000 }],
    ['no-data', { kind: 'bpmnError', code: 'SOAP_FAULT' }],
    ['no-authorization', { kind: 'incident', message: expect.stringContaining('credential') }],
    ['replaced', { kind: 'retry', message: expect.stringContaining('in trouble') }],
    ['changed', { kind: 'output', output: { answer: { permit: { days: 22 } } } }],
  ];
  it.each(faults)('answers the fault "%s" over both versions', async (mode, expected) => {
    await world.setFault('permit-service', mode);
    const connector = mode === 'timeout' ? { ...soap, timeoutMs: 250 } : soap;

    expect(await call({}, { connector })).toMatchObject(expected);
    expect(await call({ soapVersion: '1.2' }, { connector })).toMatchObject(expected);
  });

  it('shows a credential to its own host alone, and for its own administrations', async () => {
    const elsewhere = await call({}, { secrets: credentialsOf({ host: 'permits.example.org' }) });
    const theirs = await call({}, { secrets: credentialsOf({}, ['taxi']) });
    const wrong = await call({}, { secrets: credentialsOf({ password: 'wrong' }) });

    expect(elsewhere).toMatchObject({ kind: 'incident', message: expect.stringContaining('permits.example.org') });
    expect(theirs).toMatchObject({ kind: 'incident', message: expect.stringContaining('for others') });
    expect(wrong).toMatchObject({ kind: 'incident', message: expect.stringContaining('credential') });
  });

  it('goes where the administration allows alone, whatever the description says', async () => {
    const { host } = new URL(world.sandbox().url);
    const allowList = {
      read: async () => ({ administration: 'housing', hosts: [host] }),
      refused: async () => undefined,
    };
    const outcome = await world.run(
      soap,
      {
        wsdl: world.sandbox().permits.wsdl,
        operation: 'FindPermit',
        parameters: { permitNumber: 'P' },
        address: 'https://169.254.169.254/latest',
      },
      { allowList, secrets: {} },
    );

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('169.254.169.254') });
  });
});

describe('what a service of others sends', () => {
  let server: TestServer;
  const documents = new Map<string, string>();
  const asked: string[] = [];
  beforeAll(async () => {
    server = await startTestServer(({ path: asking }) => {
      asked.push(asking);
      const body = documents.get(asking);
      return body === undefined
        ? { status: 404, body: {} }
        : { body: Buffer.from(body), headers: { 'content-type': 'text/xml' } };
    });
  });
  afterAll(() => server.stop());

  const minimal = (
    schema: string,
    location = `${server.url}/service`,
  ) => `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/"
    xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
    <w:types>${schema}</w:types>
    <w:message name="In"><w:part name="id" type="x:string"/></w:message>
    <w:message name="Out"><w:part name="count" type="x:int"/></w:message>
    <w:portType name="P"><w:operation name="Count"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>
    <w:binding name="B" type="t:P"><s:binding style="rpc"/><w:operation name="Count"><s:operation soapAction="count"/>
      <w:input><s:body use="literal" namespace="urn:ops"/></w:input><w:output><s:body use="literal" namespace="urn:ops"/></w:output></w:operation></w:binding>
    <w:service name="S"><w:port name="One" binding="t:B"><s:address location="${location}"/></w:port></w:service></w:definitions>`;
  const run = (path_: string) => {
    const { host } = new URL(server.url);
    return runConnector(
      soap,
      { wsdl: `${server.url}${path_}`, operation: 'Count', parameters: { id: 'a' } },
      {
        caseHandle: handleOf('case-1'),
        egress: { privateHosts: [host] },
        allowList: { read: async () => ({ administration: 'housing', hosts: [host] }), refused: async () => undefined },
      },
    );
  };
  const answer = (content: string) =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${content}</e:Body></e:Envelope>`;

  it('is read by the rules of remote procedure calls too, and numbers that would be rounded stay texts', async () => {
    documents.set('/rpc', minimal(''));
    documents.set('/service', answer('<o:CountResponse xmlns:o="urn:ops"><count>7</count></o:CountResponse>'));
    expect(await run('/rpc')).toMatchObject({ output: { answer: { count: 7 } } });

    documents.set(
      '/service',
      answer('<o:CountResponse xmlns:o="urn:ops"><count>12345678901234567</count></o:CountResponse>'),
    );
    expect(await run('/rpc')).toMatchObject({ output: { answer: { count: '12345678901234567' } } });
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'document type'],
    ['XML that ends too soon', '<a><b>', 'well-formed'],
    ['elements in elements without end', '<a>'.repeat(100) + '</a>'.repeat(100), 'levels'],
    ['a page for people', '<html/>', 'WSDL'],
  ])('is refused when its description is %s', async (what, document, said) => {
    const place = `/${encodeURIComponent(what)}`;
    documents.set(place, document);

    expect(await run(place)).toMatchObject({ kind: 'incident', message: expect.stringContaining(said) });
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'document type'],
    ['no envelope', '<a/>', 'envelope'],
    ['far too long', answer(`<a>${'x'.repeat(1_100_000)}</a>`), 'at most'],
  ])('is refused when its answer is %s', async (_, document, said) => {
    documents.set('/rpc', minimal(''));
    documents.set('/service', document);

    expect(await run('/rpc')).toMatchObject({ kind: 'incident', message: expect.stringContaining(said) });
  });

  it('holds names that programs trip over as plain values', async () => {
    documents.set('/rpc', minimal(''));
    documents.set('/service', answer('<__proto__><constructor>x</constructor></__proto__>'));

    const outcome = await run('/rpc');
    expect(outcome).toMatchObject({ kind: 'output', output: { answer: { constructor: 'x' } } });
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
  });

  it('names schemas that lie elsewhere in vain, and a chain of them ends', async () => {
    asked.length = 0;
    documents.set(
      '/elsewhere',
      minimal('<x:schema><x:import schemaLocation="http://169.254.169.254/x.xsd"/></x:schema>'),
    );
    documents.set('/service', answer('<a/>'));
    expect(await run('/elsewhere')).toMatchObject({ kind: 'output' });

    const chain = (next: number) =>
      `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"><x:include schemaLocation="/chain/${next}"/></x:schema>`;
    for (let n = 0; n < 60; n += 1) documents.set(`/chain/${n}`, chain(n + 1));
    documents.set('/long', minimal('<x:schema><x:include schemaLocation="/chain/0"/></x:schema>'));
    expect(await run('/long')).toMatchObject({ kind: 'incident', message: expect.stringContaining('documents') });
    expect(asked.every((place) => place.startsWith('/'))).toBe(true);
  });
});

describe('a signed question', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'irisflow-soap-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const world = useSandboxWorld();

  it('carries the certificate, and a signature of body and timestamp that a change breaks', async () => {
    const at = (name: string) => path.join(folder, name);
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        at('key'),
        '-out',
        at('pem'),
        '-days',
        '2',
        '-subj',
        '/CN=Test',
      ],
      { stdio: 'pipe' },
    );
    const [certificate, privateKey] = [readFileSync(at('pem'), 'utf8'), readFileSync(at('key'), 'utf8')];
    let sent = '';
    const { user, password, wsdl } = world.sandbox().permits;
    const credential = {
      host: new URL(wsdl).host,
      user,
      password,
      certificate,
      privateKey,
      administrations: ['housing'],
    };
    const outcome = await world.run(
      soap,
      { wsdl, operation: 'FindPermit', parameters: { permitNumber: 'P-2026-0001' }, credential: 'permits' },
      {
        secrets: { SOAP_CREDENTIALS: JSON.stringify({ permits: credential }) },
        fetch: async (request) => {
          sent = request.body ?? sent;
          const { method = 'GET', headers = {}, body } = request;
          const response = await fetch(request.url, { method, headers, ...(body === undefined ? {} : { body }) });
          const bytes = Buffer.from(await response.arrayBuffer());
          return {
            status: response.status,
            headers: Object.fromEntries(response.headers),
            bytes,
            text: bytes.toString(),
          };
        },
      },
    );

    expect(outcome).toMatchObject({ kind: 'output' });
    expect(sent).toContain('BinarySecurityToken');
    expect(isSigned(sent, certificate)).toBe(true);
    expect(isSigned(sent.replace('P-2026-0001', 'P-2026-0002'), certificate)).toBe(false);
    expect(isSigned(sent.replace(/<wsu:Expires>2/, '<wsu:Expires>3'), certificate)).toBe(false);
    expect(sent).not.toContain(password);
  });
});

const isSigned = (xml: string, publicCert: string): boolean => {
  const verifier = new SignedXml({ publicCert, idMode: 'wssecurity' });
  verifier.loadSignature(/<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? '');
  try {
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
};
