import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieSlot } from './call.ts';

/** The `__Host-` prefix makes browsers refuse the cookie unless it is secure, host-only and for the whole path. */
export const sessionCookieName = '__Host-irisflow';
const linkBrowserName = '__Host-irisflow-link';
const linkSeconds = 3600;
const signInTripName = '__Host-irisflow-sign-in';
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const tripSeconds = 600;

const slot = (request: FastifyRequest, reply: FastifyReply, name: string, maxAge?: number): CookieSlot => ({
  value: request.cookies[name] ?? null,
  set: (value) => void reply.setCookie(name, value, maxAge === undefined ? attributes : { ...attributes, maxAge }),
  clear: () => void reply.clearCookie(name, attributes),
});

/** Who leaves takes along what pages kept in this browser. Cookies would be those of the neighbors too, and nothing is cached. */
export const sessionCookieOf = (request: FastifyRequest, reply: FastifyReply): CookieSlot => {
  const cookie = slot(request, reply, sessionCookieName);
  return {
    ...cookie,
    clear: () => {
      cookie.clear();
      reply.header('clear-site-data', '"storage"');
    },
  };
};

/** What says, when a link from a mail is opened, that it is in the browser in which it was asked for. */
export const linkBrowserOf = (request: FastifyRequest, reply: FastifyReply): CookieSlot =>
  slot(request, reply, linkBrowserName, linkSeconds);

export const signInTripOf = (request: FastifyRequest, reply: FastifyReply): CookieSlot =>
  slot(request, reply, signInTripName, tripSeconds);
