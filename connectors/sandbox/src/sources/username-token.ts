import { createHash } from 'node:crypto';

import { invalidAccessToken, noAccessToken, type Problem } from '../problem.ts';

const LIFE_MS = 5 * 60_000;

/** Judges the WS-Security header of a question: who asks, is the password known to them, is the question new. */
export type TokenJudge = (question: ReadonlyMap<string, string>, password: string) => Problem | undefined;

/** A judge that remembers the nonces of the last minutes: a question that was overheard cannot be asked again. */
export const createTokenJudge = (user: string, now: () => number = Date.now): TokenJudge => {
  const seen = new Map<string, number>();
  const forget = () => {
    for (const [nonce, at] of seen) if (now() - at > LIFE_MS) seen.delete(nonce);
  };
  return (question, password) => {
    const read = (name: string) => question.get(name) ?? '';
    if (read('Username') === '' || read('Nonce') === '') return noAccessToken();
    const [nonce, created] = [read('Nonce'), read('Created')];
    forget();
    const digest = createHash('sha1').update(Buffer.from(nonce, 'base64')).update(created).update(password);
    const isFresh = Math.abs(now() - Date.parse(created)) <= LIFE_MS && !seen.has(nonce);
    if (read('Username') !== user || digest.digest('base64') !== read('Password') || !isFresh)
      return invalidAccessToken();
    seen.set(nonce, now());
    return undefined;
  };
};
