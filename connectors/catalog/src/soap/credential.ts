import type { RunContext } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

import { namedCredential } from '../credentials/named-credential.ts';

/** `SOAP_CREDENTIALS`: by name, the one host that may see the credential, and in which ways it says who asks. */
const Credential = Type.Object({
  host: Type.String(),
  /** The value of the header of HTTP. */
  authorization: Type.Optional(Type.String({ minLength: 1 })),
  /** WS-Security, Username Token Profile: the password travels as a digest unless the service knows none. */
  user: Type.Optional(Type.String({ minLength: 1 })),
  password: Type.Optional(Type.String({ minLength: 1 })),
  passwordType: Type.Optional(Type.Enum(['digest', 'text'])),
  /** WS-Security, X.509 Token Profile: body and timestamp are signed. Both in PEM. */
  certificate: Type.Optional(Type.String({ pattern: '^\\s*-----BEGIN CERTIFICATE-----' })),
  privateKey: Type.Optional(Type.String({ pattern: 'PRIVATE KEY-----' })),
});

export type SoapCredential = Static<typeof Credential>;

export const soapCredential = (name: string, context: RunContext): Promise<SoapCredential> =>
  namedCredential({ secret: 'SOAP_CREDENTIALS', shape: Credential, name }, context);
