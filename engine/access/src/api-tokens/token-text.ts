import { crc32 } from 'node:zlib';

/** By this beginning scanners find a token that was left somewhere. */
export const apiTokenPrefix = 'ift_';

const written = /^(ift_[A-Za-z0-9_-]{43})([0-9a-f]{8})$/;

const checksumOf = (body: string): string => crc32(body).toString(16).padStart(8, '0');

/** What a token says: a beginning to find it by, 256 random bits, and a checksum over both. */
export const writeToken = (random: string): string => {
  const body = `${apiTokenPrefix}${random}`;
  return `${body}${checksumOf(body)}`;
};

/** Whether a text can be a token at all: what was cut off or mistyped is none, and nobody has to be asked about it. */
export const isTokenText = (text: string): boolean => {
  const [, body = '', checksum] = written.exec(text) ?? [];
  return checksum !== undefined && checksumOf(body) === checksum;
};
