import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A key of 256 bits for one purpose alone, from the secret that lives outside the database. */
export const deriveKey = (secret: Uint8Array, purpose: string): Buffer => {
  if (secret.length < 32)
    throw new TypeError(`Expected a personal data key of at least 32 bytes, but found ${secret.length}`);
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `irisflow ${purpose}`, 32));
};

/** Seals texts for reading back, each for one context. */
export interface SealedBox {
  /** What is sealed for one context cannot be opened in another. */
  seal(text: string, context: string): string;
  /** Fails when the text was sealed for another context, with another key, or was changed. */
  open(sealed: string, context: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `secret` is 32 random bytes that live outside the database; every purpose has its own key. */
export const createSealedBox = (secret: Uint8Array, purpose: string): SealedBox => {
  const key = deriveKey(secret, purpose);
  return {
    seal: (text, context) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64url');
    },
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return text.toString('utf8');
    },
  };
};
