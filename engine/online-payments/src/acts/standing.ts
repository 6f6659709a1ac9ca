import type { OnlinePayment, State } from '../storage/online-payments.ts';
import { nextAsk } from './next-ask.ts';

const pending: readonly State[] = ['begun', 'open', 'replaced'];

/** Where a payment stands after the provider was asked, and when it is asked next: what nobody knows of in time is over. */
export const standing = (
  one: OnlinePayment,
  state: State,
  now: number,
): { readonly state: State; readonly askAt: number | null } => {
  if (!pending.includes(state)) return { state, askAt: null };
  const askAt = nextAsk(one, now);
  return { state: askAt === null ? 'expired' : state, askAt };
};
