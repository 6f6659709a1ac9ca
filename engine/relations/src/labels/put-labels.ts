import { appendAudit } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { requirePartyOfOffice } from '../parties/party-of-office.ts';
import { listLabels, listLabelsOf, lockLabelsOf, putLabel, takeLabel } from '../storage/labels.ts';
import type { UseCase } from '../surroundings.ts';
import type { PartyLabel } from '../views/note.ts';
import { viewLabel } from './keep-labels.ts';

export interface PutLabels {
  readonly partyId: string;
  /** All that it is to have; those left out are taken off. */
  readonly labels: readonly string[];
}

/** Marks somebody with labels of my administration. */
export const putPartyLabels: UseCase<PutLabels, PartyLabel[]> = async (surroundings, actor, { partyId, labels }) => {
  const { clock, random } = surroundings;
  return surroundings.database.transaction(async (tx) => {
    const { clerk } = await requirePartyOfOffice(tx, actor, partyId);
    const { administration, person } = clerk;
    await lockLabelsOf(tx, { administration, partyId });
    const before = (await listLabelsOf(tx, { administration, partyId })).map(({ id }) => id);
    const offered = (await listLabels(tx, administration)).filter((one) => one.retired_at === null);
    const added = labels.filter((id) => !before.includes(id));
    const odd = added.find((id) => !offered.some((one) => one.id === id));
    if (odd !== undefined)
      throw new CaseworkError('INPUT_INVALID', `Expected labels of this administration, but ${odd} is none`);
    const use = { administration, partyId, at: isoOf(clock.now()), by: person.id };
    for (const labelId of added) await putLabel(tx, { ...use, labelId, id: random.id() });
    const removed = before.filter((id) => !labels.includes(id));
    for (const labelId of removed) await takeLabel(tx, { ...use, labelId });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'party.labeled',
      object: `party:${partyId}`,
      administration,
      detail: { added, removed },
    });
    return (await listLabelsOf(tx, { administration, partyId })).map(viewLabel);
  });
};
