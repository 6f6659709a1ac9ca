import { bareEnvelope, DECLARATION } from '../soap/bare-envelope.ts';
import { NAMESPACES } from '../soap/names.ts';

/** A question in SOAP 1.1. What stands in the body and the header is XML already. */
export const soapEnvelope = (body: string, header = ''): string =>
  DECLARATION + bareEnvelope({ namespace: NAMESPACES.envelopeOf11, header, body });
