import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps national numbers: sealed for reading back, and as a blind index for looking up. */
export interface NationalNumberVault {
  /** Seals a number for one person; another person's row cannot open it. */
  seal(nationalNumber: string, personId: string): string;
  /** Fails when the text was sealed for somebody else, with another key, or was changed. */
  open(sealed: string, personId: string): string;
  /** The same number gives the same index; the index gives nothing back. */
  index(nationalNumber: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const derive = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `irisflow ${purpose}`, 32));

/** `secret` is 32 random bytes that live outside the database. */
export const createNationalNumberVault = (secret: Uint8Array): NationalNumberVault => {
  if (secret.length < 32)
    throw new TypeError(`Expected a personal data key of at least 32 bytes, but found ${secret.length}`);
  const sealingKey = derive(secret, 'national number sealing');
  const indexKey = derive(secret, 'national number index');
  return {
    seal: (nationalNumber, personId) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(personId));
      const text = Buffer.concat([cipher.update(nationalNumber, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open: (sealed, personId) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(personId))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return text.toString('utf8');
    },
    index: (nationalNumber) => createHmac('sha256', indexKey).update(nationalNumber).digest('base64url'),
  };
};
