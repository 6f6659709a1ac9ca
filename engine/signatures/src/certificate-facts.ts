import type { X509Certificate } from 'node:crypto';
import { SealError } from './seal-error.ts';
import type { SealKey } from './seal-key.ts';

/** What people are told of a certificate. */
export interface CertificateFacts {
  /** Whose it is: the organization, or the common name where there is none. */
  readonly holder: string;
  readonly issuer: string;
  readonly serialNumber: string;
  /** Instants, ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256 of the certificate, in hexadecimal. */
  readonly fingerprint: string;
}

/** Node writes `,`, `+`, `"` and the like of a name behind a `\`, and what nobody sees as two digits. */
const plainOf = (value: string): string =>
  value.replace(/\\(?:([0-9A-F]{2})|(.))/g, (_all, hex: string | undefined, sign: string) =>
    hex === undefined ? sign : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** A distinguished name as node writes it: one `KEY=value` a line. */
const namesIn = (distinguished: string): ReadonlyMap<string, string> =>
  new Map(
    distinguished.split('\n').map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), plainOf(line.slice(at + 1))] as const;
    }),
  );

const nameOf = (distinguished: string): string => {
  const names = namesIn(distinguished);
  return names.get('O') ?? names.get('CN') ?? distinguished.replaceAll('\n', ', ');
};

const isoOf = (date: string): string => new Date(date).toISOString();

export const factsOf = (certificate: X509Certificate): CertificateFacts => ({
  holder: nameOf(certificate.subject),
  issuer: nameOf(certificate.issuer),
  serialNumber: certificate.serialNumber,
  validFrom: isoOf(certificate.validFrom),
  validTo: isoOf(certificate.validTo),
  fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
});

/** Whether a certificate counts at a moment, in epoch milliseconds. */
export const isInForceAt = ({ validFrom, validTo }: Pick<CertificateFacts, 'validFrom' | 'validTo'>, at: number) =>
  Date.parse(validFrom) <= at && at <= Date.parse(validTo);

/** Nothing is sealed with a certificate that does not count: readers of the letter would be told that it is not to be trusted. */
export const requireInForce = ({ certificate }: SealKey, now: number): void => {
  const facts = factsOf(certificate);
  if (isInForceAt(facts, now)) return;
  const why = Date.parse(facts.validTo) < now ? `it ended on ${facts.validTo}` : `it only begins on ${facts.validFrom}`;
  throw new SealError(`Expected the certificate of ${facts.holder} to be in force, but ${why}`);
};
