import type { FastifyInstance } from 'fastify';
import { badRequest } from './problem.ts';
import { refusalOfJson } from './refusal-of-json.ts';

/** Reads JSON bodies; clients send an empty one, or none, where a command needs no details. */
export const acceptJson = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (text === '') return done(null, {});
    const refusal = refusalOfJson(text);
    if (refusal !== null) return done(badRequest(refusal));
    void parse(request, text, (error, value) => {
      if (error === null) done(null, value);
      else done(badRequest(`Expected the body to be JSON, but it cannot be read: ${error.message}`));
    });
  });
};
