import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCookie } from './call.ts';

/** The `__Host-` prefix makes browsers refuse the cookie unless it is secure, host-only and for the whole path. */
export const sessionCookieName = '__Host-irisflow';
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export const sessionCookieOf = (request: FastifyRequest, reply: FastifyReply): SessionCookie => ({
  token: request.cookies[sessionCookieName] ?? null,
  set: (token) => void reply.setCookie(sessionCookieName, token, attributes),
  clear: () => void reply.clearCookie(sessionCookieName, attributes).header('clear-site-data', '"storage"'),
});
