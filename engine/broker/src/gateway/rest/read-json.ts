import type { FastifyInstance } from 'fastify';
import { keepText } from './json-text.ts';
import { badRequest } from './problem.ts';
import { scanJson, type Step } from './scan-json.ts';

const reach = (root: unknown, path: readonly Step[]): unknown => {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<Step, unknown>>)[step];
  }
  return value;
};

/**
 * Reads JSON bodies; clients send an empty one, or none, where a command needs no details. Variables remember their text:
 * what was read of it has lost the digits that no double holds.
 */
export const acceptJson = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (text === '') return done(null, {});
    const { refusal, variables } = scanJson(text);
    if (refusal !== null) return done(badRequest(refusal));
    void parse(request, text, (error, value: unknown) => {
      if (error !== null)
        return done(badRequest(`Expected the body to be JSON, but it cannot be read: ${error.message}`));
      for (const { path, text: written } of variables) keepText(reach(value, path), written);
      done(null, value);
    });
  });
};
