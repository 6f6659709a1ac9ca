import { status } from '@grpc/grpc-js';
import type { GatewayEngine } from '../engine.ts';
import { resolveTenant, type TenantChoice } from '../resolve-tenant.ts';
import { type Answer, type Refusal, refuse } from './answer.ts';

const CODES = { invalid: status.INVALID_ARGUMENT, forbidden: status.PERMISSION_DENIED } as const;

/** The status of a call whose tenant is refused. */
export const refuseTenant = ({ problem, reason }: Extract<TenantChoice, { ok: false }>): Refusal =>
  refuse(CODES[problem], reason);

/** Handles a call in the tenant that it names, when the caller may work there. */
export const inTenant = async (
  { tenantIds }: GatewayEngine,
  named: string,
  handle: (tenantId: string) => Promise<Answer>,
): Promise<Answer> => {
  const choice = resolveTenant(tenantIds, named);
  return choice.ok ? handle(choice.tenantId) : refuseTenant(choice);
};
