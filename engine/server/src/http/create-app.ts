import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import type { GatewayTls } from '@irisflow/broker';
import { isStorable } from '@irisflow/foundation';
import { constants } from 'node:zlib';
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { logHandshakes } from './log-handshakes.ts';
import { logRefusal } from './log-refusal.ts';
import { HttpProblem, problemBody } from './problem.ts';
import { problemOfError } from './problem-of-error.ts';

import { refuseTwoHosts } from './refuse-two-hosts.ts';
import { compileValidator } from './validators.ts';

export interface AppOptions {
  readonly isSecure: boolean;
  /** `silent` in tests. */
  readonly logLevel: string;
  /** Where lines of the log go; to the standard output unless given. */
  readonly logTo?: { write(line: string): void };
  /** Addresses of the proxies whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies?: readonly string[];
  /** Certificates, in PEM, where the app itself speaks TLS. */
  readonly tls?: GatewayTls;
}

const mebibyte = 1024 * 1024;
const limits = { urlCharacters: 4096, fileBytes: 25 * mebibyte, bodyBytes: mebibyte } as const;

const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = problemOfError(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  else logRefusal(request, problem);
  if (error instanceof HttpProblem && error.retryAfter !== null) reply.header('retry-after', error.retryAfter);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};

const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler(async (error, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler(async (request, reply) => {
    const body = problemBody({
      status: 404,
      code: 'NO_SUCH_ADDRESS',
      detail: `Expected a known address, but found ${request.method} ${request.url.slice(0, 200)}.`,
    });
    return reply.code(404).type('application/problem+json').send(JSON.stringify(body));
  });
};

/** Most answers are for programs: a browser that is made to show one runs nothing in it. Pages and files say what they need. */
const programPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** What every answer says, refusals too; what may be framed or kept says so itself. */
const protectiveHeaders = (isSecure: boolean): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  'content-security-policy': programPolicy,
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  ...(isSecure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
});

const decode = (url: string): string => {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    throw new HttpProblem(400, 'BAD_ADDRESS', 'Expected a well-formed address, but its percent signs are not.');
  }
};

const guardAddresses = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return;
    if (request.url.length > limits.urlCharacters)
      throw new HttpProblem(
        414,
        'ADDRESS_TOO_LONG',
        `Expected an address of at most ${limits.urlCharacters} characters.`,
      );
    if (!isStorable(decode(request.url)))
      throw new HttpProblem(400, 'BAD_ADDRESS', 'Expected an ordinary address, but it contains the NUL character.');
  });
};

/** Brotli at its default quality is made for files that are compressed once; answers are compressed each time. */
const compression = {
  globalDecompression: false,
  encodings: ['br', 'gzip'],
  threshold: 1024,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
} satisfies fastifyCompress.FastifyCompressOptions;

const httpsOf = ({ certificate, key, clientCa }: GatewayTls) => ({
  https: {
    cert: certificate,
    key,
    ...(clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true }),
  },
});

/** Lines of JSON with a time in UTC and a level in words, as everything writes them that we start. */
const loggerOf = ({ logLevel, logTo }: AppOptions) => ({
  level: logLevel,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (level: string) => ({ level }) },
  redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers["irisflow-case"]'],
  ...(logTo === undefined ? {} : { stream: logTo }),
});

/** The HTTP app without its routes: security headers, cookies, uploads, compression, errors as problems. */
export const createApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { isSecure, trustedProxies = [], tls } = options;
  const protection = protectiveHeaders(isSecure);
  const app: FastifyInstance = fastify({
    ...(tls === undefined ? {} : httpsOf(tls)),
    logger: loggerOf(options),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    routerOptions: { maxParamLength: 255 },
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    // What the router refuses reaches neither the error handler nor any hook.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply.headers(protection)),
  });
  if (tls !== undefined) logHandshakes(app);
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  answerErrors(app);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: false,
    xContentTypeOptions: false,
  });
  app.addHook('onRequest', async (_request, reply) => void reply.headers(protection));
  refuseTwoHosts(app);
  guardAddresses(app);
  await app.register(fastifyCompress, compression);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { files: 1, fileSize: limits.fileBytes, fields: 5 } });
  return app;
};
