import { appendAudit } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { fillApplication } from '../storage/applications.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ApplicationDraft, PrefilledValue } from '../views/application.ts';
import { getDraft } from './drafts.ts';
import { lockFillable, requireOpen } from './fillable-application.ts';

export interface Dispute {
  readonly draftId: string;
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** Why it is wrong; empty takes the remark back. */
  readonly reason: string;
}

const withDispute = (value: PrefilledValue, reason: string, at: string): PrefilledValue => {
  const { disputed: _before, ...undisputed } = value;
  return reason === '' ? undisputed : { ...undisputed, disputed: { reason, at } };
};

const note = async (surroundings: Surroundings, actor: Parameters<typeof getDraft>[1], dispute: Dispute) => {
  const { database, clock } = surroundings;
  const reason = dispute.reason.trim();
  await database.transaction(async (tx) => {
    const row = requireOpen(await lockFillable(tx, actor, dispute.draftId));
    if (!row.prefill.some(({ pointer }) => pointer === dispute.pointer))
      throw new CaseworkError(
        'INPUT_INVALID',
        `Expected a value of a source, but there is none at ${dispute.pointer.slice(0, 100)}`,
      );
    const prefill = row.prefill.map((value) =>
      value.pointer === dispute.pointer ? withDispute(value, reason, isoOf(clock.now())) : value,
    );
    await fillApplication(tx, { id: row.id, prefill, unavailable: row.unavailable });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'application.disputed',
      object: `application:${row.id}`,
      administration: row.administration,
      detail: { pointer: dispute.pointer, takenBack: reason === '' },
    });
  });
};

/**
 * Notes that a value of a source is wrong and why. The value stays, since only its source corrects it; the remark goes with
 * the application to whoever handles the case.
 */
export const disputeValue: UseCase<Dispute, ApplicationDraft> = async (surroundings, actor, dispute) => {
  await note(surroundings, actor, dispute);
  return getDraft(surroundings, actor, { draftId: dispute.draftId });
};
