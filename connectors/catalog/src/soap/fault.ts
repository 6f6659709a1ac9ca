import { bpmnError, incident, retryLater, type ConnectorFailure } from '@irisflow/connector-sdk';

import { findNode, nodesOf, textOf, type XmlNode } from '../xml/read-xml.ts';
import { readElement } from './read-element.ts';

/** What a service says went wrong, of either version of SOAP. */
export type SoapFault = {
  /** `Client` and `Server` of SOAP 1.1, `Sender` and `Receiver` of 1.2, or what the service has of its own. */
  readonly code: string;
  readonly text: string;
  readonly detail: unknown;
  /** Everything by which a model may know it: the codes, the names of details and the short texts in them. */
  readonly names: readonly string[];
};

const LONGEST_NAME = 100;
const MOST_NAMES = 200;
const SECURITY =
  /^(Failed(Authentication|Check)|Invalid(Security|SecurityToken)|SecurityTokenUnavailable|UnsupportedSecurityToken|MessageExpired)$/;

const localOf = (qualified: string): string => qualified.split(':').at(-1) ?? '';

export const readFault = (fault: XmlNode): SoapFault => {
  const detail = nodesOf(fault, 'detail')[0] ?? nodesOf(fault, 'Detail')[0];
  const reason = nodesOf(fault, 'Reason')[0];
  const codes = codesOf(fault);
  return {
    code: codes[0] ?? 'unknown',
    text: textOf(fault, 'faultstring') ?? (reason === undefined ? '' : (textOf(reason, 'Text') ?? '')),
    detail: detail === undefined ? null : readElement(detail),
    names: [...codes, ...(detail === undefined ? [] : namesIn(detail))].slice(0, MOST_NAMES),
  };
};

/** The most particular one first. */
const codesOf = (fault: XmlNode): readonly string[] => {
  const of11 = textOf(fault, 'faultcode');
  if (of11 !== undefined) return [localOf(of11)];
  const codes: string[] = [];
  for (let code = findNode(fault, 'Code'); code !== undefined; code = nodesOf(code, 'Subcode')[0])
    codes.unshift(localOf(nodesOf(code, 'Value')[0]?.text ?? ''));
  return codes;
};

const namesIn = (node: XmlNode): readonly string[] =>
  node.children.flatMap((child) => [
    child.name,
    ...(child.text === '' || child.text.length > LONGEST_NAME ? [] : [child.text]),
    ...namesIn(child),
  ]);

/** What a fault means for the job: the error that the model has for it, trouble of the service, or its plain no. */
export const failureOfFault = (fault: SoapFault, errorsByFault: Readonly<Record<string, string>>): ConnectorFailure => {
  const { code, text, detail, names } = fault;
  const known = Object.keys(errorsByFault).find((name) => names.includes(name));
  const variables = { soapFault: { code, text, detail } };
  const error = known === undefined ? undefined : errorsByFault[known];
  if (error !== undefined) return bpmnError(error, `The service answered with the fault "${code}".`, variables);
  if (names.some((name) => SECURITY.test(name)))
    return incident('Expected the service to accept who asks, but it refuses the credential.');
  if (names.some((name) => name === 'Server' || name === 'Receiver'))
    return retryLater('UNAVAILABLE: Expected the service to answer, but it says that it is in trouble.');
  return bpmnError('SOAP_FAULT', `The service answered with the fault "${code}".`, variables);
};
