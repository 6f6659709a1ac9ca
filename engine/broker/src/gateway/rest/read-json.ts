import type { FastifyInstance } from 'fastify';
import { badRequest } from './problem.ts';

/** Deeper documents would exhaust the stack of whoever walks through them. */
const MAX_DEPTH = 200;

/** A string, or a bracket outside of strings. */
const STRUCTURE = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;

const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [found] of text.matchAll(STRUCTURE)) {
    if (found === '{' || found === '[') depth += 1;
    else if (found === '}' || found === ']') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
};

/** Reads JSON bodies; clients send an empty one, or none, where a command needs no details. */
export const acceptJson = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (text === '') return done(null, {});
    if (isTooDeep(text)) {
      return done(badRequest(`Expected a body with at most ${MAX_DEPTH} levels, but it is nested deeper`));
    }
    void parse(request, text, (error, value) => {
      if (error === null) done(null, value);
      else done(badRequest(`Expected the body to be JSON, but it cannot be read: ${error.message}`));
    });
  });
};
