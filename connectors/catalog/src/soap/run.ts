import { incident, pauseOf, retryLater, type InboundResponse, type RunContext } from '@irisflow/connector-sdk';

import { requireHostOf } from '../credentials/named-credential.ts';
import { readXml, type XmlNode } from '../xml/read-xml.ts';
import { soapCredential, type SoapCredential } from './credential.ts';
import { travelHeaders, writeEnvelope } from './envelope.ts';
import { failureOfFault, readFault } from './fault.ts';
import { loadDescription } from './load-description.ts';
import { readElement } from './read-element.ts';
import { findOperation, type SoapOperation } from './read-wsdl.ts';
import type { Input, Output } from './schema.ts';
import { ownOf, writeElement } from './write-element.ts';

export const run = async (input: Input, context: RunContext): Promise<Output> => {
  const credential = input.credential === undefined ? undefined : await soapCredential(input.credential, context);
  const description = await loadDescription(context, {
    url: input.wsdl,
    headers: authorizationFor(credential, input.wsdl),
  });
  const operation = findOperation(description, { operation: input.operation, version: input.soapVersion });
  const response = await context.fetch(requestOf(input, { operation, credential, context }));
  return { answer: answerOf(input, operation, bodyOf(response)) };
};

/** A description often lies behind the same sign-in; elsewhere it is asked for without. */
const authorizationFor = (credential: SoapCredential | undefined, url: string): Readonly<Record<string, string>> =>
  credential?.authorization === undefined || new URL(url).host !== credential.host
    ? {}
    : { authorization: credential.authorization };

type Asking = {
  readonly operation: SoapOperation;
  readonly credential: SoapCredential | undefined;
  readonly context: RunContext;
};

const requestOf = (input: Input, { operation, credential, context }: Asking) => {
  const { version, action, question } = operation;
  const url = input.address ?? operation.address;
  if (credential !== undefined) requireHostOf(input.credential ?? '', credential, url);
  return {
    url,
    method: 'POST' as const,
    headers: {
      ...travelHeaders(version, action),
      // A job may be delivered twice; a host that knows the header acts once.
      'idempotency-key': context.idempotencyKey,
      ...authorizationFor(credential, url),
    },
    body: writeEnvelope({
      version,
      body: writeElement(question, input.parameters ?? {}, 'parameters'),
      headers: headersOf(operation, input.headerParameters ?? {}),
      credential,
      now: context.now(),
    }),
  };
};

const headersOf = ({ headers }: SoapOperation, values: Readonly<Record<string, unknown>>): string => {
  const unknown = Object.keys(values).find((name) => !headers.some((header) => header.name.local === name));
  if (unknown !== undefined) throw incident(`Expected the operation to know the header "${unknown}", but it does not.`);
  return headers
    .filter(({ name }) => ownOf(values, name.local) !== undefined)
    .map((header) => writeElement(header, ownOf(values, header.name.local), header.name.local))
    .join('');
};

/** What stands in the body of the answer. */
const bodyOf = (response: InboundResponse): XmlNode | undefined => {
  const { status, headers, text } = response;
  if (status === 429)
    throw retryLater('RATE_LIMITED: Expected the service to answer, but it asks for patience.', pauseOf(headers));
  const isXml = headers['content-type']?.includes('xml') === true;
  if (!isXml) throw withoutEnvelope(response);
  if (text.trim() === '') return undefined;
  const [envelope] = readXml('the service', text).children;
  const body = envelope?.children.find(({ name, namespace }) => name === 'Body' && namespace === envelope.namespace);
  if (envelope?.name !== 'Envelope' || body === undefined) throw withoutEnvelope(response);
  const [content] = body.children;
  if (status >= 300 && content?.name !== 'Fault') throw withoutEnvelope(response);
  return content;
};

const withoutEnvelope = ({ status, headers }: InboundResponse): Error => {
  if (status >= 500)
    return retryLater(`UNAVAILABLE: Expected the service to answer, but found status ${status}.`, pauseOf(headers));
  if (status >= 300 && status < 400)
    return incident(
      `Expected an answer, but the service redirects elsewhere (status ${status}), which is not followed.`,
    );
  return incident(`Expected the service to answer with a SOAP envelope, but found something else (status ${status}).`);
};

const answerOf = (input: Input, { answer }: SoapOperation, content: XmlNode | undefined): unknown => {
  if (content === undefined) return null;
  if (content.name === 'Fault') throw failureOfFault(readFault(content), input.errorsByFault ?? {});
  return readElement(content, answer?.name.local === content.name ? answer.type() : undefined);
};
