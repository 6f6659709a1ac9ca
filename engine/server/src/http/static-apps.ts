import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ConfigError } from '../config/config-error.ts';
import { appPages } from './app-pages.ts';
import { notFoundPage, notFoundPolicy } from './not-found-page.ts';
import { linkHeader, readPreloads, type PagePreloads } from './preloads.ts';
import { sessionCookieName } from './session-cookie.ts';

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/**
 * The designer: bpmn-js and the FEEL editor position their pop-ups with style attributes; nobody else may. It shows
 * forms as people will see them in a frame of its own.
 */
const withStyles = strict
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("frame-ancestors 'none'", "frame-ancestors 'self'")
  .replace("font-src 'self'", "font-src 'self' data:");

export interface StaticApp {
  /** `/` or `/desk/`. */
  readonly prefix: string;
  /** Whose pages it has. */
  readonly pages: keyof typeof appPages;
  /** Folder of the built app. */
  readonly folder: string;
  readonly policy: 'strict' | 'styles';
}

interface Page {
  readonly text: string;
  readonly etag: string;
  readonly policy: string;
  readonly preloads: readonly PagePreloads[];
}

const yearInSeconds = 31_536_000;

const policies = { strict, styles: withStyles } as const;

const readPage = ({ folder, policy }: StaticApp): Page => {
  const text = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  return { text, etag, policy: policies[policy], preloads: readPreloads(folder) };
};

/** Compression makes a weak tag of ours; it still names the same page. */
const isKnown = (request: FastifyRequest, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);

const sendPage = (request: FastifyRequest, reply: FastifyReply, { text, etag, policy, preloads }: Page): unknown => {
  const link = linkHeader(preloads, {
    address: request.url.split('?')[0] ?? '',
    isSignedIn: request.cookies[sessionCookieName] !== undefined,
  });
  if (link !== undefined) reply.header('link', link);
  reply.header('content-security-policy', policy).header('cache-control', 'no-cache').header('etag', `W/${etag}`);
  if (isKnown(request, etag)) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(text);
};

const isPage = ({ url }: FastifyRequest, { prefix, pages }: StaticApp): boolean =>
  appPages[pages].test((url.split('?')[0] ?? '').slice(prefix.length));

const isForPeople = ({ url, headers: { accept } }: FastifyRequest): boolean =>
  !/^\/(api|v2)(\/|$)/.test(url) && (accept ?? '').includes('text/html');

const sayNotFound = (request: FastifyRequest, reply: FastifyReply): unknown =>
  isForPeople(request)
    ? reply
        .code(404)
        .header('content-security-policy', notFoundPolicy)
        .type('text/html; charset=utf-8')
        .send(notFoundPage)
    : reply.callNotFound();

const notBuilt = (app: FastifyInstance, web: StaticApp): void => {
  const { prefix, folder } = web;
  const text = `This app is not built: ${path.join(folder, 'index.html')} is missing. "npm start" builds it.\n`;
  const answer = async (request: FastifyRequest, reply: FastifyReply) =>
    isPage(request, web) ? reply.code(503).type('text/plain; charset=utf-8').send(text) : sayNotFound(request, reply);
  app.get(prefix, answer);
  app.get(`${prefix}*`, answer);
};

const serve = async (app: FastifyInstance, web: StaticApp): Promise<void> => {
  const page = readPage(web);
  const { prefix, folder } = web;
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: `${prefix}assets/`,
    decorateReply: false,
    wildcard: true,
    // Twins that the build made; without one the file is compressed on its way.
    preCompressed: true,
    // Asset names carry the hash of their content.
    cacheControl: false,
    setHeaders: (reply) =>
      void reply
        .header('cache-control', `public, max-age=${yearInSeconds}, immutable`)
        // A script that runs as a worker lives under the policy of its own answer.
        .header('content-security-policy', page.policy),
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply) =>
    isPage(request, web) ? sendPage(request, reply, page) : sayNotFound(request, reply);
  app.get(prefix, answer);
  app.get(`${prefix}*`, answer);
};

/**
 * Serves a built single-page app: its files, and its page for the address of each page that it has. An app that is not built says so
 * on its page in development and is a `ConfigError` in production.
 */
export const registerStaticApp = async (
  app: FastifyInstance,
  web: StaticApp,
  mode: 'development' | 'production',
): Promise<void> => {
  const { prefix, folder } = web;
  if (prefix !== '/') {
    const bare = prefix.slice(0, -1);
    app.get(bare, async ({ url }, reply) => reply.redirect(`${prefix}${url.slice(bare.length)}`, 308));
  }
  if (existsSync(path.join(folder, 'index.html'))) return serve(app, web);
  if (mode === 'production')
    throw new ConfigError(`Expected a built app in ${folder}, but index.html is missing. Build the apps first.`);
  return notBuilt(app, web);
};
