import { createHash, timingSafeEqual } from 'node:crypto';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import type { Actor } from '../actor.ts';

/** Who was let in, and in which tenants they may work. */
export interface Identity {
  readonly tenantIds: readonly string[];
  /** Whoever is admitted as a worker does jobs of these types over gRPC, and nothing else; absent: everything. */
  readonly jobTypes?: readonly string[];
  /** Absent where the credentials name nobody. */
  readonly actor?: Actor;
}

/** Says whether the value of an `Authorization` header (Basic or Bearer) admits the caller; `true` admits to the default tenant. */
export type Authenticate = (authorization: string | undefined) => Admission | Promise<Admission>;

export type Admission = boolean | Identity;

/** The tenants of an admitted caller. */
export const tenantsOf = (admission: true | Identity): ReadonlySet<string> =>
  new Set(admission === true ? [DEFAULT_TENANT] : admission.tenantIds);

/** The types of jobs to which an admitted caller is bound; null where it is not. */
export const jobTypesOf = (admission: true | Identity): ReadonlySet<string> | null =>
  admission === true || admission.jobTypes === undefined ? null : new Set(admission.jobTypes);

/** Who an admitted caller is. */
export const actorOf = (admission: true | Identity): Actor =>
  (admission === true ? undefined : admission.actor) ?? { type: 'CLIENT', id: null };

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Admits whoever sends the token; compared in constant time. */
export const bearerToken = (token: string): Authenticate => {
  const expected = digest(`Bearer ${token}`);
  return (authorization) => authorization !== undefined && timingSafeEqual(digest(authorization), expected);
};
