import { requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { receivablesOfParty } from '@irisflow/ledger';
import { payablesOfParty } from '@irisflow/payables';
import type { UseCase } from '../surroundings.ts';
import type { PartyMoney } from '../views/party-money.ts';
import { groupOf } from './party-group.ts';
import { requirePartyOfOffice } from './party-of-office.ts';

/** What a party owes the clerk's administration and gets from it, with what was merged into one. */
export const getPartyMoney: UseCase<{ partyId: string }, PartyMoney> = async (
  { database, clock },
  actor,
  { partyId },
) => {
  const { administration } = requireClerk(actor);
  await requirePartyOfOffice(database, actor, partyId);
  const { ids } = await groupOf(database, { administration, partyId });
  const today = dayOf(clock.now());
  const records = await Promise.all(
    ids.map(async (id) => ({
      receivables: await receivablesOfParty(database, { administration, partyId: id, today }),
      payables: await payablesOfParty(database, { administration, partyId: id }),
    })),
  );
  return {
    receivables: records.flatMap(({ receivables }) => receivables),
    payables: records.flatMap(({ payables }) => payables),
  };
};
