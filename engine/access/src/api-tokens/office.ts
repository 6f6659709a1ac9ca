import { CaseworkError } from '@irisflow/foundation';
import { type Actor, type KnownPerson, requireClerk } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ApiScope } from '../views/api-scope.ts';

/** Who acts for an office: one of its clerks, or another system of the administration by its token. */
export interface Office {
  readonly administration: string;
  /** Null for a system. */
  readonly person: KnownPerson | null;
  /** Keys of the procedures whose cases they reach; null for all of them. */
  readonly procedures: readonly string[] | null;
}

/** A clerk, or a system whose token has the scope; refused otherwise. */
export const requireOffice = (actor: Actor, scope: ApiScope): Office => {
  if (actor.kind !== 'apiToken') return { ...requireClerk(actor), procedures: null };
  const { administration, procedures, scopes } = actor.token;
  if (scopes.includes(scope)) return { administration, person: null, procedures };
  throw new CaseworkError('FORBIDDEN', `Expected a token for ${scope}, but found one for ${scopes.join(', ')}`);
};

export const isInReach = ({ procedures }: Office, procedureKey: string): boolean =>
  procedures === null || procedures.includes(procedureKey);

/** Puts on record what a system read in passing; what a clerk reads in lists is not. */
export const noteSystemRead = async (
  surroundings: Pick<Surroundings, 'clock' | 'database'>,
  actor: Actor,
  { object, detail }: { readonly object: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<void> => {
  if (actor.kind !== 'apiToken') return;
  const { administration } = actor.token;
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, { actor, action: 'apiToken.read', object, administration, detail }),
  );
};
