import { DEFAULT_TENANT, isKeyText } from '@irisflow/protocol';
import { badRequest } from './problem.ts';
import type { Call } from './route.ts';

/** A text as a key, branded as the caller says. */
export const readKey = <Key extends string>(text: string, place: string): Key => {
  if (isKeyText(text) && text.length < 19) return text as Key;
  throw badRequest(`Expected a key in ${place}, but found '${text.slice(0, 100)}'`);
};

/** The key in the address, branded as the route says. */
export const keyOf = <Key extends string>({ params }: Call): Key => readKey<Key>(params['key'] ?? '', 'the address');

/** Variables as the engine takes them: JSON text of an object. */
export const variablesOf = (body: {
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}): string => JSON.stringify(body.variables ?? {});

/** Tenancy is off: an absent tenant and the default one are the same, any other is refused. */
export const tenantOf = ({ tenantId }: { readonly tenantId?: string | null | undefined }): string => {
  if (tenantId === undefined || tenantId === null || tenantId === '' || tenantId === DEFAULT_TENANT) {
    return DEFAULT_TENANT;
  }
  throw badRequest(
    `Expected no tenant or '${DEFAULT_TENANT}', but found '${tenantId.slice(0, 100)}': multi-tenancy is disabled`,
  );
};
