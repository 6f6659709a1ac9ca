import type { Role } from '../views/person.ts';

export interface SessionPolicy {
  readonly idleSeconds: number;
  readonly maxSeconds: number;
}

const citizen: SessionPolicy = { idleSeconds: 20 * 60, maxSeconds: 2 * 3600 };
const staff: SessionPolicy = { idleSeconds: 30 * 60, maxSeconds: 10 * 3600 };

/** People at the desk work all day on their own machine; citizens may sit at a shared one. */
export const sessionPolicyOf = (roles: readonly Role[]): SessionPolicy =>
  roles.some((role) => role !== 'citizen') ? staff : citizen;
