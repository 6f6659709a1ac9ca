import { actorReference } from '@irisflow/access';
import { sepaText } from '@irisflow/bank-files';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { type Act, amountOf, type Cents, post, requireIban } from '@irisflow/ledger';
import { endToEndIdOf } from '../ids.ts';
import { insertPayable } from '../storage/payables.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a scheme carries in one transfer. */
const MOST: Cents = 99_999_999_999n;
const MOST_COMMUNICATION = 140;

const requireName = (name: string): void => {
  if (/[A-Za-z0-9]/.test(sepaText(name, 70))) return;
  throw new CaseworkError('INPUT_INVALID', 'Expected a name that banks can write, but found none', {
    errors: [{ pointer: '/payee', keyword: 'name' }],
  });
};

const requirePayable = (amount: Cents): void => {
  if (amount <= MOST) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected at most ${amountOf(MOST)} in one transfer, but found ${amountOf(amount)}`,
  );
};

export interface NewOrder {
  readonly administration: string;
  readonly caseId: string | null;
  readonly procedureKey: string;
  readonly personId: string | null;
  readonly payee: string;
  /** As it was written. */
  readonly iban: string;
  readonly label: LocalizedText;
  readonly communication: string;
  readonly amount: Cents;
  readonly dueOn: string;
  readonly receivableId: string | null;
  readonly rightId: string | null;
  /** What it costs, or what it gives back. */
  readonly from: 'expense' | 'refund';
}

/** Writes an order and what the administration owes by it; answers its key. */
export const order = async (surroundings: Surroundings, act: Act, wanted: NewOrder): Promise<string> => {
  const { administration, amount, receivableId, from, payee, communication } = wanted;
  const iban = requireIban(wanted.iban);
  requireName(payee);
  requirePayable(amount);
  const id = surroundings.random.id();
  await insertPayable(act.tx, {
    ...wanted,
    id,
    iban,
    payee: payee.trim(),
    communication: communication.trim().slice(0, MOST_COMMUNICATION),
    endToEndId: endToEndIdOf(id),
    orderedAt: surroundings.clock.now(),
    orderedBy: actorReference(act.actor),
  });
  await post(surroundings, act, {
    administration,
    kind: from === 'refund' ? 'refund' : 'order',
    receivableId,
    payableId: id,
    lines: [
      { account: from, amount },
      { account: 'payable', amount: -amount },
    ],
  });
  return id;
};
