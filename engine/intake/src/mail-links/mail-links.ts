import { createHash } from 'node:crypto';
import {
  appendAudit,
  countRequestRow,
  type IdentityClaims,
  actingAs,
  actingFor,
  mailIssuer,
  requireMachine,
  type UseCaseOn,
} from '@irisflow/access';
import { CaseworkError, isoOf, type Locale } from '@irisflow/foundation';
import { isRetired } from '@irisflow/procedures';
import { dropDeadLinks, insertMailLinks, listMailAccounts, type MailLink, useMailLink } from '../storage/mail-links.ts';
import type { MailLinkSurroundings } from '../surroundings.ts';
import { linkMail } from './link-mail.ts';

type UseCase<Input, Output> = UseCaseOn<MailLinkSurroundings, Input, Output>;

const VALID_MINUTES = 20;
const HOUR_MS = 3600 * 1000;
/** Nobody's mailbox is filled by others; beyond it nothing is sent, and nobody is told. */
const SENT_AN_HOUR = 4;
const MOST_BEGUN = 5;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface AskedLink {
  readonly email: string;
  readonly procedureKey: string;
  readonly language: Locale;
  /** What the browser that asks will show when it opens the link. */
  readonly browser: string;
}

const requireOffered = async (surroundings: MailLinkSurroundings, procedureKey: string): Promise<void> => {
  // What is published is for everybody to see.
  const { database, library } = actingAs(surroundings, { kind: 'anonymous' });
  const { description } = await library.latest(database, procedureKey);
  if (description.mailLink !== true)
    throw new CaseworkError('NOT_FOUND', `Expected ${procedureKey} to be open without an identity, but it is not`);
};

const isOneTooMany = async (surroundings: MailLinkSurroundings, email: string): Promise<boolean> => {
  const { database, clock } = actingFor(surroundings, { kind: 'job', name: 'signIn' }, 'requestCounts');
  const window = { key: `link:${digest(email)}`, windowMs: HOUR_MS, at: clock.now() };
  return (await countRequestRow(database, window)).count > SENT_AN_HOUR;
};

/** Whoever began goes on; what has ended nobody begins. */
const newWays = async (surroundings: MailLinkSurroundings, key: string): Promise<string[]> => {
  const { database } = actingAs(surroundings, { kind: 'anonymous' });
  return (await isRetired(surroundings, database, { key })) ? [] : [`${key}/${surroundings.random.id()}`];
};

/** Sends a link to an address. Whoever asks hears the same whether anything was begun from there or not. */
export const askMailLink: UseCase<AskedLink, void> = async (surroundings, actor, asked) => {
  requireMachine(actor);
  const { database, clock, random, mailer, publicUrl } = surroundings;
  const { procedureKey, language } = asked;
  const email = asked.email.trim().toLowerCase();
  await requireOffered(surroundings, procedureKey);
  if (mailer === null) throw new CaseworkError('MAIL_UNAVAILABLE', 'Expected a mail server, but none is configured');
  if (await isOneTooMany(surroundings, email)) return;
  const begun = await listMailAccounts(database, { email, procedureKey, limit: MOST_BEGUN });
  const at = clock.now();
  const wayOf = (subject: string, begunAt: Date | string | null) => {
    const token = random.token();
    const link: MailLink = {
      token_hash: digest(token),
      browser_hash: digest(asked.browser),
      email,
      procedure_key: procedureKey,
      subject,
      language,
      asked_at: isoOf(at),
      expires_at: isoOf(at + VALID_MINUTES * 60_000),
    };
    // Behind the number sign it reaches no server and no log by the address alone, and no scanner of mails uses it up.
    return { link, way: { url: `${publicUrl}/${language}/link#${token}`, begunAt } };
  };
  const ways = [
    ...begun.map(({ subject, created_at: begunAt }) => wayOf(subject, begunAt)),
    ...(await newWays(surroundings, procedureKey)).map((subject) => wayOf(subject, null)),
  ];
  if (ways.length === 0) return;
  await dropDeadLinks(database, isoOf(at - 24 * HOUR_MS));
  await insertMailLinks(
    database,
    ways.map(({ link }) => link),
  );
  const mail = linkMail(email, { language, ways: ways.map(({ way }) => way), minutes: VALID_MINUTES });
  await mailer(mail, `link ${random.id()}`).catch((thrown: unknown) => {
    throw new CaseworkError('MAIL_UNAVAILABLE', `Expected the mail server to take a link, but: ${String(thrown)}`);
  });
};

export interface OpenedLink {
  /** Whom it lets in: an account of this application alone. */
  readonly claims: IdentityClaims;
  readonly procedureKey: string;
}

/** Uses a link up: only whoever asked for it, in the same browser, soon, and once. */
export const openMailLink: UseCase<{ token: string; browser: string | null }, OpenedLink> = async (
  surroundings,
  actor,
  { token, browser },
) => {
  requireMachine(actor);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const at = isoOf(clock.now());
    const link = await useMailLink(tx, { tokenHash: digest(token), browserHash: digest(browser ?? ''), at });
    if (link === undefined)
      throw new CaseworkError('LINK_OVER', 'Expected a link of this browser that was not used and is not too old');
    const { email, procedure_key: procedureKey, subject, language } = link;
    await appendAudit(surroundings, tx, {
      actor,
      action: 'mailLink.opened',
      object: `procedure:${procedureKey}`,
      administration: null,
    });
    const claims: IdentityClaims = {
      issuer: mailIssuer,
      subject,
      name: email,
      email,
      // They have just read what was sent there.
      isEmailVerified: true,
      language,
      roles: ['citizen'],
      rolesFrom: 'here',
    };
    return { claims, procedureKey };
  });
};
