import { securityHeader, signEnvelope } from '../registers/ws-security.ts';
import { bareEnvelope, DECLARATION } from './bare-envelope.ts';
import type { SoapCredential } from './credential.ts';
import { NAMESPACES, type SoapVersion } from './names.ts';

export type Envelope = {
  readonly version: SoapVersion;
  readonly body: string;
  /** What the service asks to stand in the header. */
  readonly headers: string;
  readonly credential: SoapCredential | undefined;
  readonly now: Date;
};

/** A question with who asks it, as WS-Security says it. */
export const writeEnvelope = ({ version, body, headers, credential, now }: Envelope): string => {
  const security = securityOf(credential, now);
  const namespace = version === '1.1' ? NAMESPACES.envelopeOf11 : NAMESPACES.envelopeOf12;
  const envelope = bareEnvelope({ namespace, header: `${security}${headers}`, body });
  const key = keyOf(credential);
  return DECLARATION + (key === undefined ? envelope : signEnvelope(envelope, key));
};

const keyOf = (credential: SoapCredential | undefined) => {
  const { certificate, privateKey } = credential ?? {};
  return certificate === undefined || privateKey === undefined ? undefined : { certificate, privateKey };
};

const securityOf = (credential: SoapCredential | undefined, now: Date): string => {
  const { user, password, passwordType = 'digest' } = credential ?? {};
  if (user !== undefined && password !== undefined) return securityHeader({ user, password, passwordType, now });
  return keyOf(credential) === undefined ? '' : securityHeader({ now });
};

/** The headers of HTTP under which an envelope travels (SOAP 1.1, §6.1.1; SOAP 1.2 part 2, §7). */
export const travelHeaders = (version: SoapVersion, action: string): Readonly<Record<string, string>> =>
  version === '1.1'
    ? { 'content-type': 'text/xml; charset=utf-8', soapaction: JSON.stringify(action) }
    : {
        'content-type': `application/soap+xml; charset=utf-8${action === '' ? '' : `; action=${JSON.stringify(action)}`}`,
      };
