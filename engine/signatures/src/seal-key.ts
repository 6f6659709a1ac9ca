import type { X509Certificate } from 'node:crypto';

/**
 * Whoever seals: a certificate, and something that signs with its key. The key may lie in a file, in a device or with a remote
 * service that is asked; what is signed is made here and never leaves as a whole.
 * @example const key: SealKey = { certificate, chain: [], sign: (bytes) => askTheService(sha256(bytes)) }
 */
export interface SealKey {
  readonly certificate: X509Certificate;
  /** Certificates that lead from it towards its root. */
  readonly chain: readonly X509Certificate[];
  /** A signature over the SHA-256 of the bytes: RSA (PKCS #1 v1.5) or ECDSA (DER), as the key of the certificate is. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** Who seals for which administration, by its key; whoever is not in it seals nothing. */
export type Seals = ReadonlyMap<string, SealKey>;
