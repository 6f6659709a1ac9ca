import { findCase } from '@irisflow/casework';
import { doEach } from '@irisflow/foundation';
import { insertConsignment, listToCarry, type NewConsignment, type ToCarry } from '../storage/consignments.ts';
import { type Contract, listStanding } from '../storage/contracts.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Addressee, addresseeOf, linesOf, mailboxOf } from './addressee-of.ts';
import { consignmentKey } from './consignment-key.ts';

/** Letters of one administration and way in one round; the bell calls the next. */
const ROUND = 50;

type Whom = Pick<NewConsignment, 'address' | 'numberSealed' | 'enterpriseNumber'>;

const nobody: Whom = { address: null, numberSealed: null, enterpriseNumber: null };

/** Whom it is for, as the carrier of this way has to know; sealed for this letter alone where it is a national number. */
const whomOf = async (
  surroundings: Surroundings,
  { channel }: Contract,
  { letter, addressee }: { readonly letter: ToCarry; readonly addressee: Addressee | undefined },
): Promise<Whom> => {
  if (addressee === undefined) return nobody;
  if (channel === 'registered') return { ...nobody, address: linesOf(addressee) };
  const { national, enterprise } = await mailboxOf(surroundings, surroundings.database, addressee);
  const numberSealed =
    national === null ? null : surroundings.numbers.seal(national, consignmentKey({ noticeId: letter.id, channel }));
  return { ...nobody, numberSealed, enterpriseNumber: enterprise };
};

const consignOne = async (surroundings: Surroundings, contract: Contract, letter: ToCarry): Promise<boolean> => {
  const { database, clock } = surroundings;
  const row = await findCase(database, letter.case_id);
  if (row === undefined) return false;
  const addressee = await addresseeOf(database, row, letter.participant_id);
  const whom = await whomOf(surroundings, contract, { letter, addressee });
  const { administration, channel, account } = contract;
  return database.transaction((tx) =>
    insertConsignment(tx, {
      ...whom,
      noticeId: letter.id,
      channel,
      caseId: row.id,
      administration,
      account,
      at: clock.now(),
    }),
  );
};

/** Takes in hand for their carriers what is written and nobody else has; answers of how many letters. */
export const consign = async (surroundings: Surroundings): Promise<number> => {
  const { database, carriers, carrierBell } = surroundings;
  const standing = (await listStanding(database)).filter(({ channel }) => carriers[channel] !== null);
  let taken = 0;
  await doEach('take letters in hand for their carriers', standing, async (contract) => {
    const letters = await listToCarry(database, { ...contract, limit: ROUND });
    taken += await doEach('take letters in hand', letters, (letter) => consignOne(surroundings, contract, letter));
    if (letters.length === ROUND) carrierBell.ring();
    return true;
  });
  return taken;
};
