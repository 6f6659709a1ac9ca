import { requireMachine } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { UseCase } from '../surroundings.ts';

export interface Refusal {
  /** What was refused, e.g. `signIn` or `connector`. */
  readonly door: string;
  readonly reason: string;
  /** Where the attempt came from. */
  readonly address: string;
}

/** Writes down that somebody was turned away before we knew who they are. */
export const noteRefusal: UseCase<Refusal, void> = async (surroundings, actor, { door, reason, address }) => {
  requireMachine(actor);
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: `${door}.refused`,
      object: `address:${address}`,
      administration: null,
      outcome: 'refused',
      detail: { reason },
    }),
  );
};
