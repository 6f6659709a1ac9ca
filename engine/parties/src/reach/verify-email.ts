import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { actingFor, type Actor, appendAudit, countRequestRow, requireApplying, type UseCaseOn } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { findEmail, verifyEmail } from '../storage/contact-points.ts';
import { dropContactCode, saveContactCode, tryContactCode } from '../storage/contact-codes.ts';
import type { ReachSurroundings } from '../surroundings.ts';
import type { MyReach } from '../views/reach.ts';
import { codeMail } from './code-mail.ts';
import { requireReachable, viewMyReach } from './my-reach.ts';

const VALID_MINUTES = 15;
/** Of a million codes these many may be tried before a new one has to be sent. */
const MAX_TRIES = 5;
/** Nobody's mailbox is filled by a person, nor one mailbox by many. */
const SENT_AN_HOUR = 4;
const HOUR_MS = 3600 * 1000;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const hashOf = (partyId: string, value: string, code: string): string => digest(`${partyId}\n${value}\n${code}`);
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const requireFew = async (surroundings: ReachSurroundings, actor: Actor, keys: readonly string[]): Promise<void> => {
  const { database, clock } = actingFor(surroundings, actor, 'requestCounts');
  for (const key of keys) {
    const { count } = await countRequestRow(database, { key, windowMs: HOUR_MS, at: clock.now() });
    if (count > SENT_AN_HOUR)
      throw new CaseworkError('TOO_MANY_CODES', `Expected at most ${SENT_AN_HOUR} codes an hour, but found one more`);
  }
};

/** Sends a code to the address that I, or whom I act for, gave; the one before counts no more. */
export const sendEmailCode: UseCaseOn<ReachSurroundings, Record<string, never>, void> = async (surroundings, actor) => {
  const { database, clock, mailer } = surroundings;
  const applying = requireApplying(actor);
  const partyId = requireReachable(applying);
  const email = await findEmail(database, partyId);
  if (email === undefined) throw new CaseworkError('NOT_FOUND', 'Expected an address for mails, but none was given');
  if (mailer === null) throw new CaseworkError('MAIL_UNAVAILABLE', 'Expected a mail server, but none is configured');
  await requireFew(surroundings, actor, [`code:${partyId}`, `code:${digest(email.value.toLowerCase())}`]);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const at = clock.now();
  await saveContactCode(database, {
    partyId,
    value: email.value,
    hash: hashOf(partyId, email.value, code),
    at: isoOf(at),
    expiresAt: isoOf(at + VALID_MINUTES * 60_000),
  });
  const mail = codeMail(email.value, { language: applying.person.language, code, minutes: VALID_MINUTES });
  await mailer(mail, `code ${partyId} ${at}`).catch((thrown: unknown) => {
    throw new CaseworkError('MAIL_UNAVAILABLE', `Expected the mail server to take the code, but: ${String(thrown)}`);
  });
};

/** Shows the code that was sent: from then on mails go to that address. */
export const showEmailCode: UseCaseOn<ReachSurroundings, { code: string }, MyReach> = async (
  surroundings,
  actor,
  { code },
) => {
  const { database, clock } = surroundings;
  const applying = requireApplying(actor);
  const partyId = requireReachable(applying);
  const at = isoOf(clock.now());
  // A wrong try stays counted: it is no part of what is undone.
  const sent = await tryContactCode(database, { partyId, at, maxTries: MAX_TRIES });
  if (sent === undefined)
    throw new CaseworkError('CODE_OVER', `Expected a code of the last ${VALID_MINUTES} minutes with tries left`);
  if (!isSame(hashOf(partyId, sent.value, code.trim()), sent.code_hash))
    throw new CaseworkError('CODE_WRONG', 'Expected the code that was sent, but found another one');
  return database.transaction(async (tx) => {
    const isStillTheirs = await verifyEmail(tx, { partyId, value: sent.value, at });
    await dropContactCode(tx, partyId);
    if (!isStillTheirs)
      throw new CaseworkError('CODE_OVER', 'Expected a code for the address that is given now, but it was for another');
    await appendAudit(surroundings, tx, {
      actor,
      action: 'email.verified',
      object: `party:${partyId}`,
      administration: null,
    });
    return viewMyReach(tx, applying);
  });
};
