import { expectShape, incident, type RunContext } from '@irisflow/connector-sdk';
import { Type } from 'typebox';

/**
 * `HTTP_CREDENTIALS`: by name, the one host that may see the credential, the value of its `authorization` header and the keys of
 * the administrations for whose cases it is.
 */
const Credentials = Type.Record(
  Type.String(),
  Type.Object({
    host: Type.String(),
    authorization: Type.String(),
    administrations: Type.Array(Type.String(), { minItems: 1 }),
  }),
);

/**
 * The authorization header of a named credential. The operator binds it to a host, so that a model, or whoever supplies the
 * address at run time, cannot send it elsewhere, and to administrations, so that nobody acts with what another one was given.
 */
export const readCredential = async (name: string, url: string, context: RunContext): Promise<string> => {
  const credentials = expectShape(
    Credentials,
    parse(context.secret('HTTP_CREDENTIALS')),
    'the secret HTTP_CREDENTIALS',
  );
  const credential = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
  if (credential === undefined)
    throw incident(`Expected a credential named "${name}", but the operator configured none.`);
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (host !== credential.host) {
    throw incident(`Expected credential "${name}" to be used for ${credential.host}, but the request goes to ${host}.`);
  }
  const administration = await context.administration();
  if (!credential.administrations.includes(administration)) {
    throw incident(`Expected credential "${name}" to be for ${administration}, but it is for others.`);
  }
  return credential.authorization;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
