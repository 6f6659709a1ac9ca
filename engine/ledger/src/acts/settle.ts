import { type Cents, least } from '../amount.ts';
import type { Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Act, post, type Posted, reread } from './post.ts';

/** What has to move so that nothing is left to pay and to give back at once; below zero back to the debt. */
export const overpaid = ({ rest, refund }: Pick<Receivable, 'rest' | 'refund'>): Cents =>
  rest < 0n ? -rest : -least(rest, refund);

/** The entry that moves it. */
export const overpayment = (
  { id, administration }: Pick<Receivable, 'id' | 'administration'>,
  moved: Cents,
): Posted => ({
  administration,
  kind: 'overpayment',
  receivableId: id,
  lines: [
    { account: 'receivable', amount: moved },
    { account: 'refund', amount: -moved },
  ],
});

/**
 * Moves what is paid beyond the debt to what is to be given back, and takes it from there again when the debt grows: a
 * receivable never has something left to pay and something to give back at once.
 */
export const settle = async (surroundings: Surroundings, act: Act, id: string): Promise<Receivable> => {
  const before = await reread(act.tx, id);
  const moved = overpaid(before);
  if (moved === 0n) return before;
  await post(surroundings, act, overpayment(before, moved));
  return reread(act.tx, id);
};
