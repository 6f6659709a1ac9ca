import { createHmac } from 'node:crypto';
import { deriveKey, createSealedBox } from '@irisflow/foundation';

/** Keeps national numbers: sealed for reading back, and as a blind index for looking up. */
export interface NationalNumberVault {
  /** Seals a number for one person; another person's row cannot open it. */
  seal(nationalNumber: string, personId: string): string;
  /** Fails when the text was sealed for somebody else, with another key, or was changed. */
  open(sealed: string, personId: string): string;
  /** The same number gives the same index; the index gives nothing back. */
  index(nationalNumber: string): string;
}

/** `secret` is 32 random bytes that live outside the database. */
export const createNationalNumberVault = (secret: Uint8Array): NationalNumberVault => {
  const indexKey = deriveKey(secret, 'national number index');
  return {
    ...createSealedBox(secret, 'national number sealing'),
    index: (nationalNumber) => createHmac('sha256', indexKey).update(nationalNumber).digest('base64url'),
  };
};
