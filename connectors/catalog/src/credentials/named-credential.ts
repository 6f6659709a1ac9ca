import { expectShape, incident, type RunContext } from '@irisflow/connector-sdk';
import { Type, type Static, type TObject } from 'typebox';

/** What the field of a template is called that asks for one. */
export const CREDENTIAL_LABEL = { fr: 'Accès nommé', nl: 'Benoemde toegang', en: 'Named credential' } as const;

/** What every named credential says beside its own: the keys of the administrations for whose cases it is. */
const Administrations = Type.Object({ administrations: Type.Array(Type.String(), { minItems: 1 }) });

type Wanted<Shape extends TObject> = {
  /** The secret that holds all of a kind as JSON, by name. */
  readonly secret: string;
  readonly shape: Shape;
  readonly name: string;
};

/**
 * A credential that the operator configured under a name. Whoever may use it is bound to it: nobody acts with what another
 * administration was given.
 */
export const namedCredential = async <Shape extends TObject>(
  { secret, shape, name }: Wanted<Shape>,
  context: RunContext,
): Promise<Static<Shape>> => {
  const all = expectShape(
    Type.Record(Type.String(), Administrations),
    parse(context.secret(secret)),
    `the secret ${secret}`,
  );
  const named = Object.hasOwn(all, name) ? all[name] : undefined;
  if (named === undefined) throw incident(`Expected a credential named "${name}", but the operator configured none.`);
  const administration = await context.administration();
  if (!named.administrations.includes(administration)) {
    throw incident(`Expected credential "${name}" to be for ${administration}, but it is for others.`);
  }
  return expectShape(shape, named, `credential "${name}" of the secret ${secret}`);
};

/** Refuses to show a credential to another host than its own, whoever supplied the address. */
export const requireHostOf = (name: string, credential: { readonly host: string }, url: string): void => {
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (host === credential.host) return;
  throw incident(`Expected credential "${name}" to be used for ${credential.host}, but the request goes to ${host}.`);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
