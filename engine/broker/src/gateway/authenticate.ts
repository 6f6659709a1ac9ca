import { createHash, timingSafeEqual } from 'node:crypto';

/** Says whether the value of an `Authorization` header (Basic or Bearer) admits the caller. */
export type Authenticate = (authorization: string | undefined) => boolean | Promise<boolean>;

/** Whether an address to listen on can only be reached from this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Admits whoever sends the token; compared in constant time. */
export const bearerToken = (token: string): Authenticate => {
  const expected = digest(`Bearer ${token}`);
  return (authorization) => authorization !== undefined && timingSafeEqual(digest(authorization), expected);
};
