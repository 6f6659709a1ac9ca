import { DEFAULT_TENANT, isTenantId } from '@irisflow/protocol';

/** The tenant that a call is about, or why it cannot be about the one that it names. */
export type TenantChoice =
  | { readonly ok: true; readonly tenantId: string }
  | { readonly ok: false; readonly problem: 'invalid' | 'forbidden'; readonly reason: string };

const invalid = (reason: string): TenantChoice => ({ ok: false, problem: 'invalid', reason });

/** Characters of a foreign text that an error repeats. */
const SHOWN = 100;

/** Without tenancy an absent tenant and the default one are the same, and any other is refused. */
const resolveAlone = (named: string): TenantChoice =>
  named === '' || named === DEFAULT_TENANT
    ? { ok: true, tenantId: DEFAULT_TENANT }
    : invalid(
        `Expected no tenant or '${DEFAULT_TENANT}', but found '${named.slice(0, SHOWN)}': multi-tenancy is disabled`,
      );

/** Decides which tenant a call is about. `tenantIds` are those of the caller; null while tenancy is off. */
export const resolveTenant = (tenantIds: ReadonlySet<string> | null, named: string): TenantChoice => {
  if (tenantIds === null) return resolveAlone(named);
  if (named === '') return invalid('Expected a tenant, but none was given: multi-tenancy is enabled');
  if (!isTenantId(named)) {
    return invalid(
      `Expected a tenant of 1 to 31 letters, digits, '.', '-' and '_', but found '${named.slice(0, SHOWN)}'`,
    );
  }
  if (tenantIds.has(named)) return { ok: true, tenantId: named };
  return {
    ok: false,
    problem: 'forbidden',
    reason: `Expected a tenant in which the caller may work, but found '${named}'`,
  };
};

/** The tenants that a worker takes jobs of; those of a worker that names none are a refusal where tenancy is on. */
export const resolveTenants = (
  tenantIds: ReadonlySet<string> | null,
  named: readonly string[],
): { readonly ok: true; readonly tenantIds: ReadonlySet<string> } | Extract<TenantChoice, { ok: false }> => {
  const resolved = new Set<string>();
  for (const tenantId of named.length === 0 ? [''] : named) {
    const choice = resolveTenant(tenantIds, tenantId);
    if (!choice.ok) return choice;
    resolved.add(choice.tenantId);
  }
  return { ok: true, tenantIds: resolved };
};

/** Whether a worker takes jobs of the tenants that it names, or of all in which it may work. */
export type TenantFilter = 'PROVIDED' | 'ASSIGNED';

/** The tenants that a worker takes jobs of, as it chooses them. */
export const chooseTenants = (
  tenantIds: ReadonlySet<string> | null,
  { named, filter }: { readonly named: readonly string[]; readonly filter: TenantFilter },
): ReturnType<typeof resolveTenants> =>
  filter === 'ASSIGNED' && tenantIds !== null
    ? { ok: true, tenantIds }
    : resolveTenants(tenantIds, filter === 'ASSIGNED' ? [] : named);
