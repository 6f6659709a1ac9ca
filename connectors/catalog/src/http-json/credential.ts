import type { RunContext } from '@irisflow/connector-sdk';
import { Type } from 'typebox';

import { namedCredential, requireHostOf } from '../credentials/named-credential.ts';

/** `HTTP_CREDENTIALS`: by name, the one host that may see the credential and the value of its `authorization` header. */
const Credential = Type.Object({ host: Type.String(), authorization: Type.String() });

/**
 * The authorization header of a named credential. The operator binds it to a host, so that a model, or whoever supplies the
 * address at run time, cannot send it elsewhere, and to administrations, so that nobody acts with what another one was given.
 */
export const readCredential = async (name: string, url: string, context: RunContext): Promise<string> => {
  const credential = await namedCredential({ secret: 'HTTP_CREDENTIALS', shape: Credential, name }, context);
  requireHostOf(name, credential, url);
  return credential.authorization;
};
