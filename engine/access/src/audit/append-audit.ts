import type { Queryable } from '@irisflow/database';
import { actorReference, type Actor } from '../actor.ts';
import { insertAuditEntry, lockAuditHead } from '../storage/audit.ts';
import { isoOf } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { entryHash, genesisHash, type AuditContent } from './entry-hash.ts';

/** Chain of what concerns no administration, such as citizens' sessions. */
export const platformChain = 'platform';

export interface AuditAct {
  readonly actor: Actor;
  readonly action: string;
  /** By reference, e.g. `case:<id>`; names and numbers of people stay out, so that erasing them leaves the chain valid. */
  readonly object: string;
  readonly administration: string | null;
  readonly outcome?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Under which mandate something was done, and for whom; nothing where people act for themselves. */
const mandateOf = (actor: Actor): Readonly<Record<string, unknown>> => {
  if (actor.kind !== 'person' || actor.acting === undefined || actor.acting === 'nobody') return {};
  return { mandate: actor.acting.mandateId, actingFor: `party:${actor.acting.party.id}` };
};

/** Appends one entry inside the transaction of what it describes: no audit, no act. Call it last, it locks the chain. */
export const appendAudit = async (
  { clock }: Pick<Surroundings, 'clock'>,
  tx: Queryable,
  act: AuditAct,
): Promise<void> => {
  const chain = act.administration ?? platformChain;
  const head = await lockAuditHead(tx, chain, genesisHash);
  const content: AuditContent = {
    chain,
    sequence: head.sequence + 1,
    at: isoOf(clock.now()),
    actor: actorReference(act.actor),
    action: act.action,
    object: act.object,
    outcome: act.outcome ?? 'done',
    detail: { ...act.detail, ...mandateOf(act.actor) },
  };
  await insertAuditEntry(tx, { content, previousHash: head.hash, hash: entryHash(head.hash, content) });
};
