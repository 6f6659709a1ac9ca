import type { FastifyInstance, FastifyReply } from 'fastify';

import type { FaultMode, Faults } from '../faults.ts';
import { readXmlLeaves } from '../read-xml-leaves.ts';
import type { RequestLog } from '../request-log.ts';
import { createTokenJudge } from '../sources/username-token.ts';
import { NAMESPACE, SCHEMA, TYPES, wsdlOf } from './description.ts';
import { PERMITS, type Permit } from './permits.ts';

export const PERMIT_SERVICE_PATH = '/permit-service';

export type PermitServiceOptions = {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly client: { readonly user: string; readonly password: string };
  readonly origin: () => string;
};

type Version = '1.1' | '1.2';
type Fault = { readonly side: 'asker' | 'service'; readonly code?: string; readonly detail?: string };

const ENVELOPES: Readonly<Record<Version, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

/** How each fault looks on this wire; the first ones come from before the service, without an envelope. */
const TRANSPORT: { readonly [Mode in FaultMode]?: number } = { unavailable: 503, 'rate-limit': 429 };
const FAULTS: { readonly [Mode in FaultMode]?: Fault } = {
  'no-data': { side: 'asker', detail: `<p:PermitUnknown xmlns:p="${NAMESPACE}">withdrawn</p:PermitUnknown>` },
  'no-authorization': { side: 'asker', code: 'wsse:FailedAuthentication' },
  replaced: { side: 'service' },
};

/** Plays a service of permits over SOAP 1.1 and 1.2 with its description, as any administration may have one. */
export const addPermitService = (app: FastifyInstance, options: PermitServiceOptions): void => {
  const { log, origin } = options;
  const answer = createAnswer(options);
  app.get(PERMIT_SERVICE_PATH, (request, reply) => {
    const isSchema = Object.hasOwn(request.query as object, 'xsd');
    log.write({ service: 'permit-service', asked: isSchema ? 'its schema' : 'its description', status: 200 });
    return reply.type('text/xml; charset=utf-8').send(isSchema ? SCHEMA : wsdlOf(`${origin()}${PERMIT_SERVICE_PATH}`));
  });
  app.post<{ Body: string }>(PERMIT_SERVICE_PATH, async (request, reply) => {
    const version = request.headers['content-type']?.includes('soap+xml') === true ? '1.2' : '1.1';
    const said = answer(request.body, version);
    log.write({ service: 'permit-service', asked: `${said.operation} over SOAP ${version}`, status: said.status });
    return send(reply, said, version);
  });
};

type Said = {
  readonly operation: string;
  readonly status: number;
  readonly body?: string;
  readonly isSilent?: boolean;
};

const send = (reply: FastifyReply, { status, body, isSilent }: Said, version: Version): FastifyReply | undefined => {
  if (isSilent === true) return void reply.hijack();
  if (body === undefined) return reply.status(status).header('retry-after', '2').send({ title: 'Not now.' });
  const namespace = ENVELOPES[version];
  return reply
    .status(status)
    .type(version === '1.1' ? 'text/xml; charset=utf-8' : 'application/soap+xml; charset=utf-8')
    .send(`<soap:Envelope xmlns:soap="${namespace}"><soap:Body>${body}</soap:Body></soap:Envelope>`);
};

const createAnswer = ({ faults, client }: PermitServiceOptions): ((body: string, version: Version) => Said) => {
  const judge = createTokenJudge(client.user);
  return (body, version) => {
    const leaves = leavesOf(body);
    const operation = body.includes('<RegisterPermit ') ? 'RegisterPermit' : 'FindPermit';
    const refuse = (fault: Fault): Said => ({ operation, status: 500, body: faultOf(fault, version) });
    if (judge(leaves, client.password) !== undefined)
      return refuse({ side: 'asker', code: 'wsse:FailedAuthentication' });
    const mode = faults.meet('permit-service');
    if (mode === 'timeout') return { operation, status: 0, isSilent: true };
    const transport = TRANSPORT[mode];
    if (transport !== undefined) return { operation, status: transport };
    const fault = FAULTS[mode];
    if (fault !== undefined) return refuse(fault);
    const permit = operation === 'RegisterPermit' ? registered(body, leaves) : found(leaves, mode);
    if (permit === undefined)
      return refuse({
        side: 'asker',
        detail: `<p:PermitUnknown xmlns:p="${NAMESPACE}">unknown</p:PermitUnknown>`,
      });
    const reply = `<p:${operation}Reply xmlns:p="${NAMESPACE}"><p:permit>${permitXml(permit, leaves)}</p:permit></p:${operation}Reply>`;
    return { operation, status: 200, body: reply };
  };
};

const leavesOf = (body: string): ReadonlyMap<string, string> => {
  try {
    return readXmlLeaves(body);
  } catch {
    return new Map();
  }
};

const found = (leaves: ReadonlyMap<string, string>, mode: FaultMode): Permit | undefined => {
  const permit = PERMITS.find(({ number }) => number === leaves.get('permitNumber'));
  return permit !== undefined && mode === 'changed' ? { ...permit, days: permit.days + 1 } : permit;
};

/** What was asked for comes back, so that whoever asks sees what arrived. */
const registered = (body: string, leaves: ReadonlyMap<string, string>): Permit => ({
  number: 'P-2026-9001',
  holder: leaves.get('holder') ?? '',
  kind: 'container',
  days: 1,
  streets: [...body.matchAll(/<street [^>]*?language="(\w+)"[^>]*>([^<]*)</g)].map(([, language = '', name = '']) => ({
    language,
    name,
  })),
  validUntil: leaves.get('validUntil'),
});

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replaceAll(/[&<>]/g, (character) => ESCAPES[character] ?? character);

const permitXml = (permit: Permit, leaves: ReadonlyMap<string, string>): string => {
  const { number, holder, kind, days, streets, validUntil } = permit;
  const onDay = leaves.get('onDay') ?? '2026-07-01';
  const language = leaves.get('Language');
  const street = streets.map(
    (one) => `<street language="${escape(one.language)}"><![CDATA[${one.name.replaceAll(']]>', '')}]]></street>`,
  );
  const until =
    validUntil === undefined
      ? '<validUntil xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>'
      : `<validUntil>${escape(validUntil)}</validUntil>`;
  return (
    `<number>${escape(number)}</number><holder>${escape(holder)}</holder><kind>${kind}</kind>` +
    `<isValid>${validUntil === undefined || onDay <= validUntil}</isValid><days>${days}</days>${street.join('')}${until}` +
    `${language === undefined ? '' : `<language>${escape(language)}</language>`}<!-- ${TYPES} -->`
  );
};

const faultOf = ({ side, code, detail = '' }: Fault, version: Version): string => {
  const wsse = 'xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"';
  if (version === '1.1') {
    const name = code ?? (side === 'asker' ? 'soap:Client' : 'soap:Server');
    return `<soap:Fault ${wsse}><faultcode>${name}</faultcode><faultstring>Not this one.</faultstring><detail>${detail}</detail></soap:Fault>`;
  }
  const subcode = code === undefined ? '' : `<soap:Subcode><soap:Value>${code}</soap:Value></soap:Subcode>`;
  return (
    `<soap:Fault ${wsse}><soap:Code><soap:Value>soap:${side === 'asker' ? 'Sender' : 'Receiver'}</soap:Value>${subcode}</soap:Code>` +
    `<soap:Reason><soap:Text xml:lang="en">Not this one.</soap:Text></soap:Reason><soap:Detail>${detail}</soap:Detail></soap:Fault>`
  );
};
