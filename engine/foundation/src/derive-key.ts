import { hkdfSync } from 'node:crypto';

/** A key of 256 bits for one purpose alone, from the secret that lives outside the database. */
export const deriveKey = (secret: Uint8Array, purpose: string): Buffer => {
  if (secret.length < 32)
    throw new TypeError(`Expected a personal data key of at least 32 bytes, but found ${secret.length}`);
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `irisflow ${purpose}`, 32));
};
