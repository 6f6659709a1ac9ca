import type { RunContext } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

import { namedCredential } from '../credentials/named-credential.ts';

/** `SQL_CREDENTIALS`: by name, one database and as whom one reads it. */
const Credential = Type.Object({
  /** As `name:port`. */
  host: Type.String({ pattern: '^[^\\s/@]+:\\d{1,5}$' }),
  database: Type.String({ minLength: 1 }),
  user: Type.String({ minLength: 1 }),
  password: Type.String({ minLength: 1 }),
  /** Of the authority that signed the certificate of the database, in PEM, where it is none of the public ones. */
  authority: Type.Optional(Type.String({ pattern: '^\\s*-----BEGIN CERTIFICATE-----' })),
});

export type SqlCredential = Static<typeof Credential>;

export const sqlCredential = (name: string, context: RunContext): Promise<SqlCredential> =>
  namedCredential({ secret: 'SQL_CREDENTIALS', shape: Credential, name }, context);
