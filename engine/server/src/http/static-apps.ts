import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** bpmn-js, dmn-js and the FEEL editor position their pop-ups with style attributes; nobody else may. */
const withStyles = strict
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("font-src 'self'", "font-src 'self' data:");

export interface StaticApp {
  /** `/` or `/desk/`. */
  readonly prefix: string;
  /** Folder of the built app. */
  readonly folder: string;
  readonly policy: 'strict' | 'styles';
}

const yearInSeconds = 31_536_000;

const setCaching = (response: FastifyReply['raw'], file: string): void => {
  const isHashed = file.includes(`${path.sep}assets${path.sep}`);
  response.setHeader('cache-control', isHashed ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache');
};

const sendPage = (reply: FastifyReply, page: string, policy: StaticApp['policy']): unknown =>
  reply
    .header('content-security-policy', policy === 'strict' ? strict : withStyles)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page);

/** Serves a built single-page app: its files, and its page for every address inside it. */
export const registerStaticApp = async (app: FastifyInstance, { prefix, folder, policy }: StaticApp): Promise<void> => {
  const index = path.join(folder, 'index.html');
  if (!existsSync(index)) throw new Error(`Expected a built app in ${folder}, but index.html is missing.`);
  const page = readFileSync(index, 'utf8');
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: `${prefix}assets/`,
    decorateReply: false,
    wildcard: true,
    setHeaders: (response, file) => setCaching(response as FastifyReply['raw'], file),
  });
  const answer = async (_request: unknown, reply: FastifyReply) => sendPage(reply, page, policy);
  if (prefix !== '/') app.get(prefix.slice(0, -1), async (_request, reply) => reply.redirect(prefix, 308));
  app.get(prefix, answer);
  app.get(`${prefix}*`, answer);
};
