import { timingSafeEqual } from 'node:crypto';
import { type Actor, type ApiTokenActor, atTheOffice, type Role } from '@irisflow/access';
import type { Operation } from '../api/contract/index.ts';
import { HttpProblem } from './problem.ts';

const hasRole = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.kind === 'person' && roles.some((role) => actor.person.roles.includes(role));

const requireScope = ({ scope }: Pick<Operation, 'scope'>, { token }: ApiTokenActor): void => {
  if (scope === undefined)
    throw new HttpProblem(
      403,
      'SCOPE_NEEDED',
      'Expected an operation that some scope of API tokens covers, but none covers this one: it is for people who sign in.',
    );
  if (token.scopes.includes(scope)) return;
  throw new HttpProblem(
    403,
    'SCOPE_NEEDED',
    `Expected a token with the scope ${scope}, but this one has ${token.scopes.join(', ')}.`,
  );
};

/** Refuses who may not call an operation: 401 asks to sign in, 403 says that signing in again will not help. */
export const authorize = (operation: Pick<Operation, 'access' | 'scope'>, actor: Actor): void => {
  const { access } = operation;
  if (access === 'public' || access === 'sender') return;
  if (actor.kind === 'apiToken') return requireScope(operation, actor);
  if (access === 'connector' || access === 'connectorToken') {
    if (actor.kind !== access)
      throw new HttpProblem(
        401,
        'CONNECTOR_TOKEN_NEEDED',
        'Expected a connector token for this operation that is neither expired nor revoked, but found none.',
      );
    return;
  }
  if (actor.kind !== 'person')
    throw new HttpProblem(
      401,
      'SIGN_IN_NEEDED',
      'Expected a signed-in person, but the session is over or was never opened.',
    );
  if (access !== 'signedIn' && !hasRole(actor, access)) {
    throw new HttpProblem(403, 'ROLE_NEEDED', `Expected one of the roles ${access.join(', ')}.`);
  }
};

/** As whom somebody calls an operation: what only an office does, nobody does as an applicant as well. */
export const callingAs = ({ access }: Pick<Operation, 'access'>, actor: Actor): Actor =>
  typeof access === 'string' || access.includes('citizen') ? actor : atTheOffice(actor);

/** Compares secrets in constant time. */
export const isSameSecret = (found: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(found), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};
