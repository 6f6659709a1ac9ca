import { actingFor, appendAudit, countRequestRow, type Actor, type ConnectorGrant } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import type { Caller } from './find-caller.ts';
import type { Surroundings } from './surroundings.ts';

/** What a connector shows at the door, as it came. */
export interface Knock {
  readonly handle: string | null;
  /** Its type: the type of the job that it does. */
  readonly connector: string | null;
  readonly job: string | null;
  /** The token that it carries, when it is one of others; the connectors of the platform share a secret. */
  readonly token?: ConnectorGrant | null;
}

/** Why a connector was not let in; for the audit alone, whoever knocks hears none of it. */
export type Refusal = 'altered' | 'case' | 'connector' | 'job' | 'instance' | 'type' | 'administration';

/** Whoever knocks is not known before they are let in. */
const nobody: Actor = { kind: 'anonymous' };

const MAX_SHOWN = 100;
const MAX_WRITTEN = 30;
const MINUTE_MS = 60_000;
const shown = (text: string | null): string | null => text?.slice(0, MAX_SHOWN) ?? null;

const refusedIn = ({ token = null }: Knock, { administration }: Caller): string =>
  `refused-knock:${token?.administration ?? token?.id ?? 'shared'}:${administration ?? 'nobody'}`;

/**
 * How much of a refusal is written down: whoever has a token could else fill the audit of others for good. All of a
 * minute, up to a number; then once that there were more, for the tokens of an administration together.
 */
const toWrite = async (surroundings: Surroundings, knock: Knock, caller: Caller, reason: Refusal) => {
  if (!knock.token) return reason;
  const { database } = actingFor(surroundings, nobody, 'requestCounts');
  const at = surroundings.clock.now();
  const { count } = await countRequestRow(database, { key: refusedIn(knock, caller), windowMs: MINUTE_MS, at });
  if (count <= MAX_WRITTEN) return reason;
  return count === MAX_WRITTEN + 1 ? `more than ${MAX_WRITTEN} in 60 s` : null;
};

const write = (surroundings: Surroundings, knock: Knock, caller: Caller, reason: string): Promise<void> => {
  const { work, administration } = caller;
  return actingFor(surroundings, nobody, 'admission').database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor: nobody,
      action: 'connector.refused',
      object: `job:${shown(knock.job) ?? 'none'}`,
      outcome: 'refused',
      administration,
      detail: {
        reason,
        connector: shown(knock.connector),
        ...(knock.token ? { token: knock.token.id } : {}),
        process: work?.process ?? null,
        element: work?.element ?? null,
      },
    }),
  );
};

/** Turns a connector away, always in the same words, and writes down why. */
export const refuseKnock = async (
  surroundings: Surroundings,
  knock: Knock,
  caller: Caller,
  reason: Refusal,
): Promise<never> => {
  const written = await toWrite(surroundings, knock, caller, reason);
  if (written !== null) await write(surroundings, knock, caller, written);
  throw new CaseworkError('CASE_REFUSED', 'Expected a connector to act for its own case, but this one may not');
};
