import { DEFAULT_TENANT } from '@irisflow/protocol';
import { type Answer, invalid } from './answer.ts';

/** Tenancy is off: an absent tenant and the default one are the same, any other is refused. */
export const problemOfTenant = (tenantId: string): Answer | null =>
  tenantId === '' || tenantId === DEFAULT_TENANT
    ? null
    : invalid(`Expected no tenant or '${DEFAULT_TENANT}', but found '${tenantId}': multi-tenancy is disabled`);

export const problemOfTenants = (tenantIds: readonly string[]): Answer | null => {
  for (const tenantId of tenantIds) {
    const problem = problemOfTenant(tenantId);
    if (problem !== null) return problem;
  }
  return null;
};
