import { createHash, randomBytes } from 'node:crypto';

import { incident } from '@irisflow/connector-sdk';
import { SignedXml } from 'xml-crypto';

import { escapeXml } from '../xml/read-xml.ts';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const NAMESPACES = `xmlns:wsse="${OASIS}-wssecurity-secext-1.0.xsd" xmlns:wsu="${OASIS}-wssecurity-utility-1.0.xsd"`;
const BASE64 = `EncodingType="${OASIS}-soap-message-security-1.0#Base64Binary"`;
const LIFE_MS = 5 * 60_000;

type User = {
  readonly user: string;
  readonly password: string;
  /** `digest` unless given: then the password itself never travels. */
  readonly passwordType?: 'digest' | 'text';
  /** Sixteen random bytes unless given: no two questions may carry the same. */
  readonly nonce?: Buffer;
};

export type Security = { readonly now: Date } & (User | { readonly user?: undefined });

/**
 * The header of WS-Security 1.0: an instant after which the question is old and, for a user with a password, its digest, with a
 * nonce that makes each question unlike any other. Source: OASIS, Username Token Profile 1.0, §3.1.
 */
export const securityHeader = (security: Security): string => {
  const created = security.now.toISOString();
  const expires = new Date(security.now.getTime() + LIFE_MS).toISOString();
  return (
    `<wsse:Security ${NAMESPACES} soap:mustUnderstand="1">` +
    `<wsu:Timestamp><wsu:Created>${created}</wsu:Created><wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp>` +
    `${security.user === undefined ? '' : usernameToken(security, created)}</wsse:Security>`
  );
};

const usernameToken = (
  { user, password, passwordType = 'digest', nonce = randomBytes(16) }: User,
  created: string,
): string => {
  const digest = createHash('sha1').update(nonce).update(created).update(password).digest('base64');
  const [kind, shown] = passwordType === 'digest' ? ['PasswordDigest', digest] : ['PasswordText', escapeXml(password)];
  return (
    `<wsse:UsernameToken><wsse:Username>${escapeXml(user)}</wsse:Username>` +
    `<wsse:Password Type="${OASIS}-username-token-profile-1.0#${kind}">${shown}</wsse:Password>` +
    `<wsse:Nonce ${BASE64}>${nonce.toString('base64')}</wsse:Nonce>` +
    `<wsu:Created>${created}</wsu:Created></wsse:UsernameToken>`
  );
};

/** A certificate and the key that belongs to it, in PEM. */
export type SigningKey = { readonly certificate: string; readonly privateKey: string };

const SIGNED_PARTS = ["/*/*[local-name(.)='Body']", "/*/*/*/*[local-name(.)='Timestamp']"];
const TOKEN_ID = 'signing-certificate';

/**
 * Signs body and timestamp of an envelope with its security header. Source: OASIS, X.509 Token Profile 1.0, §3.1 and §3.4: the
 * certificate travels along and the signature refers to it.
 */
export const signEnvelope = (envelope: string, { certificate, privateKey }: SigningKey): string => {
  const canonical = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const signed = new SignedXml({
    idMode: 'wssecurity',
    privateKey,
    canonicalizationAlgorithm: canonical,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference><wsse:Reference URI="#${TOKEN_ID}" ValueType="${OASIS}-x509-token-profile-1.0#X509v3"/></wsse:SecurityTokenReference>`,
  });
  for (const xpath of SIGNED_PARTS)
    signed.addReference({
      xpath,
      transforms: [canonical],
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    });
  const token = `<wsse:BinarySecurityToken wsu:Id="${TOKEN_ID}" ${BASE64} ValueType="${OASIS}-x509-token-profile-1.0#X509v3">${bareOf(certificate)}</wsse:BinarySecurityToken>`;
  try {
    signed.computeSignature(envelope.replace('</wsse:Security>', `${token}</wsse:Security>`), {
      prefix: 'ds',
      location: { reference: "/*/*/*[local-name(.)='Security']", action: 'append' },
      existingPrefixes: { wsse: `${OASIS}-wssecurity-secext-1.0.xsd` },
    });
  } catch {
    // What the library says could hold the key.
    throw incident('Expected to sign with the key of the credential, an RSA key in PEM, but it could not be used.');
  }
  return signed.getSignedXml();
};

const bareOf = (certificate: string): string => certificate.replaceAll(/-----[A-Z ]+-----|\s/g, '');
