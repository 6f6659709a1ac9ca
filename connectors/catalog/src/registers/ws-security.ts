import { createHash, randomBytes } from 'node:crypto';

import { escapeXml } from './soap.ts';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const LIFE_MS = 5 * 60_000;

export type UsernameToken = {
  readonly user: string;
  readonly password: string;
  readonly now: Date;
  /** Sixteen random bytes unless given: no two questions may carry the same. */
  readonly nonce?: Buffer;
};

/**
 * The header of WS-Security 1.0 for a user with a password, which itself never travels: its digest does, with a nonce and an
 * instant that make each question unlike any other. Source: OASIS, Username Token Profile 1.0, §3.1.
 */
export const securityHeader = ({ user, password, now, nonce = randomBytes(16) }: UsernameToken): string => {
  const created = now.toISOString();
  const expires = new Date(now.getTime() + LIFE_MS).toISOString();
  const digest = createHash('sha1').update(nonce).update(created).update(password).digest('base64');
  return (
    `<wsse:Security xmlns:wsse="${OASIS}-wssecurity-secext-1.0.xsd" xmlns:wsu="${OASIS}-wssecurity-utility-1.0.xsd" soap:mustUnderstand="1">` +
    `<wsu:Timestamp><wsu:Created>${created}</wsu:Created><wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp>` +
    `<wsse:UsernameToken><wsse:Username>${escapeXml(user)}</wsse:Username>` +
    `<wsse:Password Type="${OASIS}-username-token-profile-1.0#PasswordDigest">${digest}</wsse:Password>` +
    `<wsse:Nonce EncodingType="${OASIS}-soap-message-security-1.0#Base64Binary">${nonce.toString('base64')}</wsse:Nonce>` +
    `<wsu:Created>${created}</wsu:Created></wsse:UsernameToken></wsse:Security>`
  );
};
