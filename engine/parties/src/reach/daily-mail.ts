import { createHash } from 'node:crypto';
import { type AccessSurroundings, actingAs, countRequestRow, dropRequestRow, job } from '@irisflow/access';
import type { MailAddress } from './reach-of.ts';

const DAY_MS = 24 * 3600 * 1000;

const keyOf = (to: string): string => `mail:${createHash('sha256').update(to.toLowerCase()).digest('hex')}`;

/** Whether a mail may go to an address today: where nobody vouches for it, the first one of a day does, and is counted here. */
export const takeDailyMail = async (
  surroundings: AccessSurroundings,
  { to, isVerified }: MailAddress,
): Promise<boolean> => {
  if (isVerified) return true;
  const { database, clock } = actingAs(surroundings, job('requestCounts'));
  return (await countRequestRow(database, { key: keyOf(to), windowMs: DAY_MS, at: clock.now() })).count === 1;
};

/** The mail that was counted did not go: another one may. */
export const giveBackDailyMail = async (
  surroundings: AccessSurroundings,
  { to, isVerified }: MailAddress,
): Promise<void> => {
  if (!isVerified) await dropRequestRow(actingAs(surroundings, job('requestCounts')).database, keyOf(to));
};
