import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { HttpProblem, problemBody } from './problem.ts';
import { problemOfError } from './problem-of-error.ts';
import { compileValidator } from './validators.ts';

export interface AppOptions {
  readonly isSecure: boolean;
  /** `silent` in tests. */
  readonly logLevel: string;
  readonly requestsPerMinute: number;
}

const mebibyte = 1024 * 1024;

const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOfError(error, request.id);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  });
  app.setNotFoundHandler(async (request, reply) => {
    const body = problemBody({
      status: 404,
      code: 'NO_SUCH_ADDRESS',
      detail: `Expected a known address, but found ${request.method} ${request.url.slice(0, 200)}.`,
    });
    return reply.code(404).type('application/problem+json').send(JSON.stringify(body));
  });
};

/** The HTTP app without its routes: limits, security headers, cookies, uploads, errors as problems. */
export const createApp = async ({ isSecure, logLevel, requestsPerMinute }: AppOptions): Promise<FastifyInstance> => {
  const app = fastify({
    logger: { level: logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    disableRequestLogging: true,
    bodyLimit: mebibyte,
    routerOptions: { maxParamLength: 255 },
    trustProxy: false,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
  });
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  answerErrors(app);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { files: 1, fileSize: 25 * mebibyte, fields: 5 } });
  await app.register(fastifyRateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !request.url.startsWith('/api/') || request.url.startsWith('/api/connector/'),
    errorResponseBuilder: (_request, context) =>
      new HttpProblem(
        429,
        'TOO_MANY_REQUESTS',
        `Expected at most ${context.max} requests a minute. Try again in ${context.after}.`,
      ),
  });
  return app;
};
