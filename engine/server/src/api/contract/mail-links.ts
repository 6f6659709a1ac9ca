import { Locale } from '@irisflow/foundation';
import { Type } from 'typebox';
import { operationsOf } from './operation.ts';

/** Every request costs somebody a mail. */
const askLimit = { max: 5, seconds: 300 } as const;
const openLimit = { max: 10, seconds: 60 } as const;

export const mailLinkOperations = operationsOf({
  askMailLink: {
    method: 'POST',
    path: '/api/mail-links',
    summary:
      'Sends a link by which one applies without an identity, where the procedure allows it. Every address is answered the same.',
    access: 'public',
    limit: askLimit,
    body: Type.Object({
      email: Type.String({ format: 'email', maxLength: 254 }),
      procedureKey: Type.String({ maxLength: 200 }),
      language: Locale,
    }),
    reply: 'none',
  },
  openMailLink: {
    method: 'POST',
    path: '/api/mail-links/opening',
    summary: 'Opens a link, once, soon, and in the browser in which it was asked for.',
    access: 'public',
    limit: openLimit,
    body: Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }) }),
    /** Where to go on: the one application, or the one case. */
    reply: Type.Object({ path: Type.String() }),
  },
});
