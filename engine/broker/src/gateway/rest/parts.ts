import { isKeyText } from '@irisflow/protocol';
import { compactJson } from '../compact-json.ts';
import type { GatewayEngine } from '../engine.ts';
import { chooseTenants, resolveTenant, type TenantChoice, type TenantFilter } from '../resolve-tenant.ts';
import { writeJson } from './json-text.ts';
import { badRequest, RestProblem } from './problem.ts';
import type { Call } from './route.ts';

/** A text as a key, branded as the caller says. */
export const readKey = <Key extends string>(text: string, place: string): Key => {
  if (isKeyText(text) && text.length < 19) return text as Key;
  throw badRequest(`Expected a key in ${place}, but found '${text.slice(0, 100)}'`);
};

/** The key in the address, branded as the route says. */
export const keyOf = <Key extends string>({ params }: Call): Key => readKey<Key>(params['key'] ?? '', 'the address');

/** Variables as the engine takes them: JSON text of an object with the numbers of the request. */
export const variablesOf = (body: {
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}): string => compactJson(writeJson(body.variables ?? {}));

interface Tenanted {
  readonly tenantId?: string | null | undefined;
}

type Refusal = Extract<TenantChoice, { ok: false }>;

const refusalOf = ({ problem, reason }: Refusal): RestProblem =>
  problem === 'forbidden' ? new RestProblem(403, 'PERMISSION_DENIED', reason) : badRequest(reason);

/** The tenant that a command is about; refused when the caller may not work there. */
export const tenantOf = ({ tenantIds }: GatewayEngine, { tenantId }: Tenanted): string => {
  const choice = resolveTenant(tenantIds, tenantId ?? '');
  if (choice.ok) return choice.tenantId;
  throw refusalOf(choice);
};

/** The tenants that a worker takes jobs of. */
export const tenantsOf = (
  { tenantIds }: GatewayEngine,
  chosen: { readonly named: readonly string[]; readonly filter: TenantFilter },
): ReadonlySet<string> => {
  const choice = chooseTenants(tenantIds, chosen);
  if (choice.ok) return choice.tenantIds;
  throw refusalOf(choice);
};

/** Whether the caller may see what belongs to the tenant. */
export const isVisible = ({ tenantIds }: GatewayEngine, tenantId: string): boolean =>
  tenantIds === null || tenantIds.has(tenantId);
